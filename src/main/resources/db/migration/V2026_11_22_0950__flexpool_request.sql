create table staff_request (
  id              uuid    primary key,
  version         integer not null default 0,
  organisation_id uuid    not null references organisation,
  branch_id       uuid    not null references branch,
  title           text    not null check (length(trim(title)) between 3 and 120),
  description     text    not null default '' check (length(description) <= 4000),
  purpose         text    not null check (purpose in ('CAPACITY','EXPERTISE','LEARNING')),
  status          text    not null check (status in
                    ('DRAFT','PUBLISHED','PARTLY_FILLED','FILLED','RUNNING','DONE','WITHDRAWN','EXPIRED')),
  circles         text[]  not null,
  deadline        timestamptz,
  created_by      uuid    not null references person,
  created_at      timestamptz not null,
  published_at    timestamptz,
  copied_from     uuid    references staff_request,
  constraint staff_request_circles check (cardinality(circles) between 1 and 5
    and circles <@ array['OWN','FAVOURITES','NEIGHBOURS','REGION','COUNTRY'])
);
create index staff_request_organisation on staff_request (organisation_id, id desc);
create index staff_request_open on staff_request (status, id desc);
comment on table staff_request is 'A library that is short of hands or expertise; never tied to a person or an illness (R8)';

create table staff_request_skill (
  request_id uuid     not null references staff_request,
  skill_id   integer  not null references skill,
  min_level  smallint not null check (min_level between 1 and 4),
  required   boolean  not null,
  primary key (request_id, skill_id)
);

create table shift (
  id            uuid        primary key,
  request_id    uuid        not null references staff_request,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  headcount     smallint    not null check (headcount between 1 and 99),
  break_minutes smallint    not null check (break_minutes between 0 and 240),
  constraint shift_period check (ends_at > starts_at and ends_at <= starts_at + interval '16 hours')
);
create index shift_request on shift (request_id);
create index shift_starts on shift (starts_at);
