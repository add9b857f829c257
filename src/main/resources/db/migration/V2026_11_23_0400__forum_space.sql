-- Where people talk. Who takes part is told by the audience: STAFF for everybody, REGION for the libraries of a POI, and what other features add.
create table space (
  id            uuid        primary key,
  kind          text        not null check (kind ~ '^[A-Z_]{2,30}$'),
  name          text        not null check (length(trim(name)) between 2 and 150),
  description   text        not null check (length(description) between 1 and 500),
  audience      text        not null check (audience ~ '^[A-Z_]{2,30}$'),
  audience_ref  uuid,
  closed_reason text        check (length(trim(closed_reason)) between 3 and 300),
  created_at    timestamptz not null default now(),
  constraint space_closed_says_why check (audience = 'STAFF' or closed_reason is not null),
  constraint space_audience_whom check ((audience = 'STAFF') = (audience_ref is null))
);
create unique index space_audience on space (audience, audience_ref) nulls not distinct;
comment on column space.description is 'A message key, or the words of who opened it; closed_reason likewise';

insert into space (id, kind, name, description, audience)
values ('01993000-0000-7000-8000-000000000001', 'NETWORK', 'HR-netwerk', 'space.network.description', 'STAFF');

-- An HR-kring for each POI, also for one that comes later, however it comes
create function open_hr_circle() returns trigger language plpgsql as $$
begin
  if new.merged_into is null and (new.kind = 'POI' or new.also_poi) then
    insert into space (id, kind, name, description, audience, audience_ref, closed_reason)
    values (uuidv7(), 'CIRCLE', 'HR-kring ' || new.name, 'space.circle.description', 'REGION', new.id, 'space.circle.closed')
    on conflict (audience, audience_ref) do update set name = excluded.name;
  end if;
  return null;
end $$;
create trigger organisation_hr_circle after insert or update of name, kind, also_poi on organisation
  for each row execute function open_hr_circle();

insert into space (id, kind, name, description, audience, audience_ref, closed_reason)
select uuidv7(), 'CIRCLE', 'HR-kring ' || name, 'space.circle.description', 'REGION', id, 'space.circle.closed'
  from organisation where merged_into is null and (kind = 'POI' or also_poi);
