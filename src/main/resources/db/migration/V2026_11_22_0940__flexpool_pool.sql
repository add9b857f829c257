create table pool_member (
  person_id            uuid    primary key references person,
  version              integer not null default 0,
  participating        boolean not null,
  max_travel_minutes   integer not null check (max_travel_minutes between 0 and 300),
  max_minutes_per_week integer not null check (max_minutes_per_week between 0 and 3600),
  place_id             integer not null references place,
  availability_version integer not null default 0,
  changed_at           timestamptz not null
);
comment on table pool_member is 'R11: taking part is voluntary and ends at any time without a reason';

create table weekly_availability (
  person_id   uuid     not null references pool_member,
  day         smallint not null check (day between 1 and 7),
  from_minute smallint not null,
  to_minute   smallint not null,
  primary key (person_id, day, from_minute),
  constraint weekly_availability_order check (from_minute >= 0 and to_minute <= 1440 and from_minute < to_minute),
  constraint weekly_availability_no_overlap exclude using gist (person_id with =, day with =,
    int4range(from_minute, to_minute) with &&)
);
comment on table weekly_availability is 'Wall clock in Europe/Amsterdam; day 1 is Monday';

create table availability_override (
  id        uuid        primary key,
  person_id uuid        not null references pool_member,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  available boolean     not null,
  constraint availability_override_period check (ends_at > starts_at)
);
create index availability_override_person on availability_override (person_id, starts_at);
comment on table availability_override is 'Dated exceptions to the week: extra or not. No reason is stored (R8)';
