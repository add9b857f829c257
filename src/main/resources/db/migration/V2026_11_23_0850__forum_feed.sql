-- The secret under which a reader of feeds fetches what somebody may read in the forum. Only its hash is kept.
create table forum_feed (
  person_id    uuid        primary key references person,
  secret_hash  bytea       not null unique,
  created_at   timestamptz not null,
  last_read_at timestamptz
);
comment on table forum_feed is 'At most one secret per person, for all her spaces and tags; a new one replaces the old one at once';

-- Who left loses it with the other feed, whatever else goes then
do $$ begin
  execute replace(pg_get_functiondef('retention_remove_former'::regproc), 'delete from calendar_feed where person_id = any(ids);',
    'delete from calendar_feed where person_id = any(ids); delete from forum_feed where person_id = any(ids);');
end $$;
