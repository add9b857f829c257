create table skill (
  id             integer generated always as identity primary key,
  public_id      uuid    not null unique,
  version        integer not null default 0,
  kind           text    not null check (kind in ('SKILL','TASK','CERTIFICATE')),
  domain         text    not null check (domain in ('EDUCATION','INFORMATION','PROGRAMMING','SERVICE','ORGANISATION','SAFETY')),
  name_nl        text    not null check (length(trim(name_nl)) between 2 and 80),
  name_en        text    not null check (length(trim(name_en)) between 2 and 80),
  description_nl text    not null default '',
  description_en text    not null default '',
  retired        boolean not null default false
);
create unique index skill_name_nl on skill (lower(name_nl));
create unique index skill_name_en on skill (lower(name_en));
comment on column skill.id is 'Small number for the search arrays; the public id is the one that leaves the database';

create table person_skill (
  id                     uuid     primary key,
  version                integer  not null default 0,
  person_id              uuid     not null references person,
  skill_id               integer  not null references skill,
  level                  smallint not null check (level between 1 and 4),
  certificate_expires_on date,
  evidence               text     not null default '',
  confirmed_by           uuid     references person,
  confirmed_at           timestamptz,
  unique (person_id, skill_id),
  constraint person_skill_confirmed check ((confirmed_by is null) = (confirmed_at is null))
);
create index person_skill_skill on person_skill (skill_id, level);
comment on column person_skill.certificate_expires_on is 'Certificates by validity date only: never a number, a copy or a result';
