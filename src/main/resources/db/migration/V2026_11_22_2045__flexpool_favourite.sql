-- The circle FAVOURITES: people whom a library would like to see again. Only with their own yes, which ends at any time (R11).
create table favourite (
  id              uuid        primary key,
  version         integer     not null default 0,
  organisation_id uuid        not null references organisation,
  person_id       uuid        not null references person,
  state           text        not null check (state in ('ASKED','AGREED','DECLINED','ENDED')),
  asked_by        uuid        not null references person,
  asked_at        timestamptz not null,
  changed_at      timestamptz not null
);
create unique index favourite_once on favourite (organisation_id, person_id) where state in ('ASKED','AGREED');
create index favourite_person on favourite (person_id);
comment on table favourite is 'A row is never removed, only changed in state (R15)';
