-- Figures of the pool by library and month, made anew by a job: a page reads a few rows, whatever the size of the pool.
create table health_month (
  organisation_id uuid    not null references organisation,
  month           date    not null check (extract(day from month) = 1),
  requests        integer not null default 0,
  seats           integer not null default 0,
  filled          integer not null default 0,
  late            integer not null default 0,
  within_day      integer not null default 0,
  within_three    integer not null default 0,
  within_week     integer not null default 0,
  later           integer not null default 0,
  fill_minutes    bigint  not null default 0,
  planner_minutes integer not null default 0,
  lent            integer not null default 0,
  road_metres     bigint  not null default 0,
  given_minutes   integer not null default 0,
  taken_minutes   integer not null default 0,
  primary key (organisation_id, month)
);
create index health_month_month on health_month (month);
comment on table health_month is 'By the month of the work; planner minutes from the audit of the library, never of a person';

create table health_flow (
  month       date    not null,
  lender_id   uuid    not null references organisation,
  borrower_id uuid    not null references organisation,
  placements  integer not null,
  minutes     integer not null,
  primary key (lender_id, borrower_id, month)
);
create index health_flow_borrower on health_flow (borrower_id, month);
create index health_flow_month on health_flow (month);

create table health_refresh (
  only_one     boolean primary key default true check (only_one),
  refreshed_at timestamptz
);
insert into health_refresh (refreshed_at) values (null);
comment on table health_refresh is 'When the figures were made; whoever locks this row makes them';
