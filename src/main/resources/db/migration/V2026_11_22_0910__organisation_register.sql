create table place (
  id                integer primary key,
  name              text    not null,
  province          text    not null,
  municipality_code text    not null,
  latitude          double precision not null,
  longitude         double precision not null,
  population        integer not null,
  x_km              double precision not null,
  y_km              double precision not null
);
create index place_name on place (lower(name));
comment on table place is 'Dutch places, from GeoNames (CC BY 4.0); x_km and y_km are RD New coordinates in kilometres';

create table organisation (
  id           uuid    primary key,
  version      integer not null default 0,
  name         text    not null check (length(trim(name)) between 2 and 120),
  kind         text    not null check (kind in ('LIBRARY','POI','NATIONAL','PARTNER')),
  also_poi     boolean not null default false,
  province     text,
  poi_id       uuid    references organisation,
  merged_into  uuid    references organisation,
  fictional    boolean not null default false,
  created_at   timestamptz not null,
  constraint organisation_also_poi_is_library check (not also_poi or kind = 'LIBRARY'),
  constraint organisation_not_merged_into_itself check (merged_into <> id)
);
create unique index organisation_name on organisation (lower(name)) where merged_into is null;
create index organisation_poi on organisation (poi_id);
comment on column organisation.also_poi is 'R19: one legal entity may be library and POI';
comment on column organisation.poi_id is 'The POI that supports this library; with its libraries it forms the POI region';

create table organisation_province (
  organisation_id uuid not null references organisation,
  province        text not null,
  primary key (organisation_id, province)
);
comment on table organisation_province is 'Provinces that a POI works for (some work for two)';

create table isil_code (
  isil            text primary key check (isil ~ '^NL-[0-9]{10}$'),
  organisation_id uuid not null references organisation,
  branch_id       uuid,
  valid_from      date not null,
  valid_to        date,
  constraint isil_code_period check (valid_to is null or valid_to > valid_from)
);
create index isil_code_organisation on isil_code (organisation_id);
create unique index isil_code_current on isil_code (organisation_id) where valid_to is null and branch_id is null;
comment on table isil_code is 'R19: a code never changes once given; former codes stay with the organisation that took over';

create table branch (
  id              uuid    primary key,
  version         integer not null default 0,
  organisation_id uuid    not null references organisation,
  name            text    not null check (length(trim(name)) between 2 and 120),
  place_id        integer not null references place,
  address         text,
  closed_on       date
);
create index branch_organisation on branch (organisation_id);
create unique index branch_name on branch (organisation_id, lower(name));
alter table isil_code add constraint isil_code_branch foreign key (branch_id) references branch;
