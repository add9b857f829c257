-- The secret address under which a calendar program fetches somebody's loans. Only its hash is kept: whoever reads
-- this table cannot fetch a feed with it.
create table calendar_feed (
  person_id    uuid        primary key references person,
  secret_hash  bytea       not null unique,
  created_at   timestamptz not null,
  last_read_at timestamptz
);
comment on table calendar_feed is 'At most one secret address per person; a new one replaces the old one at once';
comment on column calendar_feed.last_read_at is 'Shown to her, so that she sees whether a program still uses it';
