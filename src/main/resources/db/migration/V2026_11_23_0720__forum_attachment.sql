-- Files that go with posts. Until a post names it, a file is its owner's alone
create table attachment (
  id       uuid        primary key,
  owner_id uuid        not null references person,
  post_id  uuid        references post,
  name     text        not null check (length(name) between 1 and 150),
  kind     text        not null check (kind ~ '^[A-Z]{3,5}$'),
  size     integer     not null check (size > 0),
  added_at timestamptz not null
);
create index attachment_post on attachment (post_id) where post_id is not null;
create index attachment_owner on attachment (owner_id);
create index attachment_loose on attachment (added_at) where post_id is null;

-- In pieces, so that neither side ever holds a whole file
create table attachment_part (
  attachment_id uuid    not null references attachment on delete cascade,
  number        integer not null check (number >= 0),
  bytes         bytea   not null,
  primary key (attachment_id, number)
);
-- What is stored is compressed by itself already
alter table attachment_part alter column bytes set storage external;

insert into retention_rule (kind, months, event, action, source, valid_from, least_months) values
  ('FORUM_FILE',   1, 'WRITTEN',    'DELETE', 'Vliegwiel: een bestand dat in geen bericht terechtkwam', '2026-01-01', null),
  ('FORUM_EXPERT', 1, 'TERM_ENDED', 'DELETE', 'Vliegwiel: zo lang als iemand in een bibliotheek werkt', '2026-01-01', null);

create function retention_remove_forum_file(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from attachment where id in (select a.id from attachment a where a.post_id is null and a.added_at < before
     and not exists (select from forum_draft d where d.person_id = a.owner_id and d.body like '%' || a.id || '%') order by a.added_at limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;
create function retention_kept_forum_file(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(a.added_at), max(a.added_at) from attachment a where a.owner_id = who and a.post_id is null
$$;
create function retention_remove_forum_expert(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from tag_expert where id in (select x.id from tag_expert x where not exists (select from employment m where m.person_id = x.person_id
     and (m.ends_on is null or m.ends_on >= (before at time zone 'Europe/Amsterdam')::date)) limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;
create function retention_kept_forum_expert(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), null::timestamptz, null::timestamptz from tag_expert x where x.person_id = who
$$;
