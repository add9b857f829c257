-- Circles open one after the other, at the pace of the library that asks; who fits is told in batches.

create table reach_pace (
  organisation_id  uuid     primary key references organisation,
  version          integer  not null default 1,
  all_at_once      boolean  not null,
  strict           boolean  not null,
  own_hours        smallint not null check (own_hours between 0 and 336),
  favourites_hours smallint not null check (favourites_hours between 0 and 336),
  neighbours_hours smallint not null check (neighbours_hours between 0 and 336),
  region_hours     smallint not null check (region_hours between 0 and 336),
  half_days        smallint not null check (half_days between 2 and 60),
  quarter_days     smallint not null check (quarter_days between 2 and 60),
  batch            smallint not null check (batch between 1 and 50),
  batch_minutes    smallint not null check (batch_minutes between 15 and 1440),
  enough           smallint not null check (enough between 1 and 10),
  standby_hours    smallint not null check (standby_hours between 48 and 336),
  constraint reach_pace_days check (quarter_days <= half_days)
);
comment on table reach_pace is 'How fast a library lets its requests reach further; without a row the pace of the product';

-- Null as long as there are no steps (a draft, or a request from before there were steps): then all named circles are open.
alter table staff_request
  add column opened   text[],
  add column stepwise boolean not null default false;
comment on column staff_request.opened is 'Circles that are open, in the order of opening; null means all that are named';
comment on column staff_request.stepwise is 'Only open circles may see and answer it (strict pace of the library at publication)';

create table request_circle (
  request_id uuid        not null references staff_request,
  circle     text        not null check (circle in ('OWN','FAVOURITES','NEIGHBOURS','REGION','COUNTRY')),
  position   smallint    not null,
  opens_at   timestamptz not null,
  opened_at  timestamptz,
  opened_by  uuid        references person,
  primary key (request_id, circle)
);
comment on table request_circle is 'When each circle of a published request opens; opened_by is null when time did it';

create table request_reach (
  request_id uuid        primary key references staff_request,
  next_at    timestamptz,
  batch_at   timestamptz not null,
  paused_at  timestamptz
);
create index request_reach_due on request_reach (next_at) where next_at is not null;
comment on column request_reach.next_at is 'When the job has to look at it again; null when there is nothing to do';
comment on column request_reach.batch_at is 'When the next people may be told';

-- The truth of "never two notices for the same request to one person", whichever node writes.
create table request_notice (
  request_id uuid        not null references staff_request,
  person_id  uuid        not null references person,
  at         timestamptz not null,
  primary key (request_id, person_id)
);
create index request_notice_person on request_notice (person_id, at);
comment on table request_notice is 'Who was told of which request; removed with the rest after the work (no figure about a person is made of it)';

create table notice_day (
  person_id uuid     not null references person,
  day       date     not null,
  told      smallint not null,
  primary key (person_id, day)
);
comment on table notice_day is 'How many notices of requests somebody got on a day in the Netherlands, so that nobody drowns; kept for a week';

-- Standby is asked again near the start, and lapses without an answer (R13).
alter table placement
  add column standby_asked_at     timestamptz,
  add column standby_confirmed_at timestamptz;
create index placement_standby on placement (starts_at) where state = 'STANDBY';
