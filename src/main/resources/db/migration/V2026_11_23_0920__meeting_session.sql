-- Gatherings of a group, a cohort first of all. Who belongs to the group is told by the feature that has it.
create table session (
  id            uuid        primary key,
  version       integer     not null default 0,
  audience      text        not null check (audience ~ '^[A-Z_]{2,30}$'),
  group_id      uuid        not null,
  title         text        not null check (length(trim(title)) between 3 and 120),
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  host_id       uuid        references organisation,
  place         text        not null default '' check (length(place) <= 200),
  link          text        not null default '' check (length(link) <= 500),
  agenda        text        not null default '' check (length(agenda) <= 4000),
  minutes       text        not null default '' check (length(minutes) <= 20000),
  sequence      integer     not null default 0,
  code          text        not null check (code ~ '^[A-HJ-NP-Z2-9]{6}$'),
  cancelled_at  timestamptz,
  created_by    uuid        not null references person,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  constraint session_period check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours')
);
create index session_group on session (group_id, starts_at);
create index session_ahead on session (starts_at) where cancelled_at is null;
comment on column session.sequence is 'RFC 5546: rises when time, place or state change, so that calendars move the event';
comment on column session.code is 'Shown on the screen during the session; who types it was there';

create table session_attendance (
  session_id uuid        not null references session,
  person_id  uuid        not null references person,
  way        text        not null check (way in ('CODE','LIST')),
  by_id      uuid        not null references person,
  at         timestamptz not null,
  primary key (session_id, person_id)
);
create index session_attendance_person on session_attendance (person_id);

insert into retention_rule (kind, months, event, action, source, valid_from, least_months) values
  ('ATTENDANCE', 24, 'SESSION_ENDED', 'DELETE', 'Vliegwiel: zo lang als een certificaat kan worden nagekeken', '2026-01-01', null);

create function retention_remove_attendance(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer;
begin
  if library is not null then
    return 0;
  end if;
  delete from session_attendance where (session_id, person_id) in (select a.session_id, a.person_id from session_attendance a join session s on s.id = a.session_id
    where s.ends_at < before limit most for update of a skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_kept_attendance(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(s.ends_at), max(s.ends_at) from session_attendance a join session s on s.id = a.session_id where a.person_id = who
$$;
revoke execute on function retention_remove_attendance(integer, timestamptz, uuid) from public;
