-- R2, R6: what an hour costs, part by part and from day to day; what is charged is never more.
alter table rate
  add column key           uuid not null default uuidv7(),
  add column scale         text check (length(trim(scale)) between 1 and 20),
  add column wage_cents    integer check (wage_cents >= 0),
  add column charges_cents integer check (charges_cents >= 0),
  add column admin_cents   integer check (admin_cents >= 0);
update rate set wage_cents = figure, charges_cents = 0, admin_cents = 0 where kind = 'COST_PRICE_HOUR';
create unique index rate_key on rate (key);
alter table rate
  add constraint rate_parts check ((kind = 'COST_PRICE_HOUR') = (wage_cents is not null and charges_cents is not null and admin_cents is not null)),
  add constraint rate_no_margin check (kind <> 'COST_PRICE_HOUR' or figure <= wage_cents + charges_cents + admin_cents),
  add constraint rate_scale check (scale is null or kind = 'COST_PRICE_HOUR'),
  add constraint rate_once exclude using gist (coalesce(organisation_id, '00000000-0000-0000-0000-000000000000') with =, kind with =,
    coalesce(scale, '') with =, daterange(valid_from, valid_to, '[)') with &&);
comment on column rate.scale is 'Salary scale; null for everybody of the library without a price of her own scale';
comment on column rate.wage_cents is 'Gross wage of an hour; with charges_cents (of the employer) and admin_cents (really made) it is the cost price';

create table pay_scale (
  employee_id     uuid    not null references person,
  organisation_id uuid    not null references organisation,
  version         integer not null default 1,
  scale           text    not null check (length(trim(scale)) between 1 and 20),
  primary key (employee_id, organisation_id)
);
comment on table pay_scale is 'Scale by which an hour of somebody is priced; read by HR and finance of her employer only';

create table irregular_hours (
  key             uuid     primary key default uuidv7(),
  organisation_id uuid     not null references organisation,
  weekday         smallint not null check (weekday between 1 and 7),
  from_minute     smallint not null check (from_minute between 0 and 1439),
  to_minute       smallint not null check (to_minute between 1 and 1440),
  per_mille       smallint not null check (per_mille between 1 and 2000),
  source          text     not null check (length(trim(source)) between 3 and 200),
  demo            boolean  not null default false,
  valid_from      date     not null,
  valid_to        date,
  constraint irregular_hours_time check (to_minute > from_minute),
  constraint irregular_hours_period check (valid_to is null or valid_to > valid_from),
  constraint irregular_hours_once exclude using gist (organisation_id with =, weekday with =, int4range(from_minute, to_minute) with &&,
    daterange(valid_from, valid_to, '[)') with &&)
);
comment on table irregular_hours is 'Part of the wage that is paid on top at some hours of a weekday; no figure of a CAO is assumed';
