create table person (
  id           uuid    primary key,
  version      integer not null default 0,
  email        text    not null check (email = lower(email) and email like '%_@_%'),
  given_name   text    not null check (length(trim(given_name)) between 1 and 80),
  family_name  text    not null check (length(trim(family_name)) between 1 and 80),
  language     text    not null default 'nl' check (language in ('nl','en')),
  subject      text,
  invited_at   timestamptz,
  linked_at    timestamptz,
  created_at   timestamptz not null
);
create unique index person_email on person (email);
create unique index person_subject on person (subject);
comment on column person.subject is 'The account at the identity provider, linked at the first sign-on by verified mail address';

create table employment (
  id               uuid    primary key,
  version          integer not null default 0,
  person_id        uuid    not null references person,
  organisation_id  uuid    not null references organisation,
  function_title   text    not null check (length(trim(function_title)) between 1 and 120),
  minutes_per_week integer not null check (minutes_per_week between 0 and 3600),
  place_id         integer references place,
  starts_on        date    not null,
  ends_on          date,
  constraint employment_period check (ends_on is null or ends_on >= starts_on),
  constraint employment_once exclude using gist (person_id with =, organisation_id with =,
    daterange(starts_on, ends_on, '[]') with &&)
);
create index employment_organisation on employment (organisation_id);
create index employment_person on employment (person_id);
comment on column employment.place_id is 'Where the work is usually done; the start of travel until the person says otherwise';

-- Read at every request, so that a right taken away is gone at the next click.
create table role_grant (
  id              uuid    primary key,
  version         integer not null default 0,
  person_id       uuid    not null references person,
  role            text    not null check (role in ('HR_MANAGER','FINANCE','POI_MODERATOR','FACILITATOR','ADMIN')),
  organisation_id uuid    not null references organisation,
  deputy_for      uuid    references person,
  starts_on       date    not null,
  ends_on         date,
  granted_by      uuid    references person,
  granted_at      timestamptz not null,
  constraint role_grant_period check (ends_on is null or ends_on >= starts_on),
  constraint role_grant_not_own_deputy check (deputy_for <> person_id),
  constraint role_grant_once exclude using gist (person_id with =, organisation_id with =, role with =,
    daterange(starts_on, ends_on, '[]') with &&)
);
create index role_grant_person on role_grant (person_id);
create index role_grant_organisation on role_grant (organisation_id, role);
comment on table role_grant is 'A power of a person at an organisation; at a POI it reaches the libraries of its region. EMPLOYEE follows from the employment';

alter table sign_in add constraint sign_in_person_exists foreign key (person_id) references person;
alter table outbox add constraint outbox_person_exists foreign key (person_id) references person;
