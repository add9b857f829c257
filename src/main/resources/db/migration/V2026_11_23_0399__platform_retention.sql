-- R18: how long each kind of record is kept, by which ground, and what happens then. Dated (R6); the application reads
-- the rules and cannot change them.
create table retention_rule (
  kind       text     not null,
  months     smallint not null check (months between 0 and 600),
  event      text     not null,
  action     text     not null check (action in ('DELETE','ANONYMISE','KEEP')),
  source     text     not null,
  valid_from date     not null,
  valid_to   date,
  constraint retention_rule_period check (valid_to is null or valid_to > valid_from),
  constraint retention_rule_once exclude using gist (kind with =, daterange(valid_from, valid_to, '[)') with &&)
);
comment on table retention_rule is 'months after event, then action; a rule that changes gets an end and a follower';

insert into retention_rule (kind, months, event, action, source, valid_from) values
  ('HOURS',        84, 'WORK_ENDED',      'DELETE',    'AWR art. 52: zeven jaar voor de administratie; ATW art. 4:3 vraagt ten minste 52 weken', '2026-01-01'),
  ('PLACEMENT',    84, 'WORK_ENDED',      'ANONYMISE', 'AWR art. 52: zeven jaar voor de administratie', '2026-01-01'),
  ('UNSUCCESSFUL', 1,  'SHIFT_ENDED',     'DELETE',    'Gebruik onder de AVG: ongeveer vier weken na afloop', '2026-01-01'),
  ('RANKING_LOG',  12, 'SHOWN',           'DELETE',    'Vliegwiel: een jaar om een rangorde na te kijken', '2026-01-01'),
  ('NOTICE',       6,  'SENT',            'DELETE',    'Vliegwiel: zo lang als iemand er iets aan heeft', '2026-01-01'),
  ('SIGN_IN',      0,  'SIGN_IN_ENDED',   'DELETE',    'Vliegwiel: tot het aangemeld zijn eindigt', '2026-01-01'),
  ('DRAFT',        24, 'LAST_CHANGED',    'DELETE',    'Vliegwiel: wat twee jaar niet veranderde wordt niet meer gebruikt', '2026-01-01'),
  ('CLOSED_TEXT',  24, 'LAST_CHANGED',    'ANONYMISE', 'Vliegwiel: vrije tekst van wat niet doorging', '2026-01-01'),
  ('QUESTION',     12, 'LAST_SHIFT',      'DELETE',    'Vliegwiel: zo lang als iemand er iets aan heeft', '2026-01-01'),
  ('SWAP',         24, 'LAST_CHANGED',    'DELETE',    'Vliegwiel: zo lang als iemand er iets aan heeft', '2026-01-01'),
  ('POOL',         1,  'LEFT_POOL',       'DELETE',    'AVG art. 7 lid 3: meedoen is vrijwillig en eindigt zonder reden', '2026-01-01'),
  ('INVITATION',   3,  'INVITED',         'DELETE',    'Vliegwiel: daarna vraagt de bibliotheek het opnieuw', '2026-01-01'),
  ('FORMER',       24, 'EMPLOYMENT_ENDED','ANONYMISE', 'Gebruik onder de AVG: ongeveer twee jaar na het dienstverband', '2026-01-01'),
  ('REPEATED',     1,  'CALLED',          'DELETE',    'Vliegwiel: om een herhaalde aanroep te herkennen', '2026-01-01'),
  ('AUDIT',        84, 'DONE',            'DELETE',    'AWR art. 52: zeven jaar voor de administratie', '2026-01-01');

create table retention_run (
  kind       text        not null,
  day        date        not null,
  started_at timestamptz not null,
  ended_at   timestamptz,
  records    integer     not null default 0,
  problem    text,
  primary key (kind, day)
);
comment on table retention_run is 'One run per kind and day, whichever node began it; without an end it was cut off and the next night goes on';

-- What is append-only is removed by the retention clock alone: within its own function, as the owner of the tables. Nobody
-- else may, and nothing is ever changed.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('vliegwiel.retention', true) = 'on'
     and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;

create or replace function keep_timesheet() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if current_setting('vliegwiel.retention', true) = 'on'
       and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then
      return old;
    end if;
    raise exception 'timesheet is never deleted' using errcode = '42501';
  end if;
  if old.state = 'APPROVED' and new.entry <> old.entry + 1 then
    raise exception 'timesheet is locked' using errcode = '23514', constraint = 'timesheet_locked';
  end if;
  return new;
end $$;

-- Who worked there is forgotten after its time; that somebody did stays in the figures of the libraries.
alter table placement alter column employee_id drop not null, alter column created_by drop not null;

-- A statement names no person and outlives the hours that it was made from; the entry has to be there when a line is written.
alter table settlement_line drop constraint settlement_line_placement_id_entry_fkey;
create function settle_entered_hours() returns trigger language plpgsql as $$
begin
  if not exists (select from timesheet_entry e where e.placement_id = new.placement_id and e.number = new.entry) then
    raise exception 'no such hours' using errcode = '23503', constraint = 'settlement_line_entry';
  end if;
  return new;
end $$;
create trigger settlement_line_entry before insert on settlement_line for each row execute function settle_entered_hours();

-- Removes at most so many records of a kind whose time is over, by the rule of today. A moment in the future counts as now,
-- so that nobody can have anything removed early through it.
create function retention_apply(what text, most integer, moment timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  rule retention_rule;
  before timestamptz;
  ids uuid[];
  done integer := 0;
begin
  select * into rule from retention_rule r where r.kind = what and r.valid_from <= current_date and (r.valid_to is null or r.valid_to > current_date);
  if not found or rule.action = 'KEEP' then
    return 0;
  end if;
  before := ((least(moment, clock_timestamp()) at time zone 'Europe/Amsterdam') - make_interval(months => rule.months)) at time zone 'Europe/Amsterdam';
  perform set_config('vliegwiel.retention', 'on', true);
  case what
    when 'HOURS' then
      ids := array(select placement_id from timesheet where ends_at < before order by ends_at limit most for update skip locked);
      delete from timesheet_step where placement_id = any(ids);
      delete from timesheet_entry where placement_id = any(ids);
      delete from timesheet where placement_id = any(ids);
      done := cardinality(ids);
    when 'PLACEMENT' then
      ids := array(select p.id from placement p where p.ends_at < before and p.employee_id is not null
                     and not exists (select from timesheet t where t.placement_id = p.id) order by p.ends_at limit most for update skip locked);
      delete from placement_check where placement_id = any(ids);
      delete from placement_consent where placement_id = any(ids);
      delete from agreement where placement_id = any(ids);
      delete from attendance_step where placement_id = any(ids);
      update placement set employee_id = null, created_by = null, version = version + 1 where id = any(ids);
      done := cardinality(ids);
    when 'UNSUCCESSFUL' then
      ids := array(select p.id from placement p where p.state in ('DECLINED','WITHDRAWN','CANCELLED') and p.ends_at < before
                     and exists (select from agreement a where a.placement_id = p.id)
                     and not exists (select from placement_check k where k.placement_id = p.id)
                     and not exists (select from timesheet t where t.placement_id = p.id) order by p.ends_at limit most for update skip locked);
      delete from placement_consent where placement_id = any(ids);
      delete from agreement where placement_id = any(ids);
      done := cardinality(ids);
    when 'RANKING_LOG' then
      delete from ranking_log where id in (select id from ranking_log where at < before order by at limit most for update skip locked);
      get diagnostics done = row_count;
    when 'NOTICE' then
      delete from outbox where id in (select id from outbox where state <> 'WAITING' and done_at < before limit most for update skip locked);
      get diagnostics done = row_count;
    when 'SIGN_IN' then
      delete from sign_in where token_hash in (select token_hash from sign_in where ends_at < before limit most for update skip locked);
      get diagnostics done = row_count;
    when 'DRAFT' then
      ids := array(select r.id from staff_request r where r.status = 'DRAFT' and r.changed_at < before
                     and not exists (select from ranking_log l where l.request_id = r.id) order by r.changed_at limit most for update skip locked);
      update staff_request set copied_from = null where copied_from = any(ids);
      delete from staff_request_skill where request_id = any(ids);
      delete from shift where request_id = any(ids);
      delete from staff_request where id = any(ids);
      done := cardinality(ids);
    when 'CLOSED_TEXT' then
      ids := array(select id from staff_request where status in ('EXPIRED','WITHDRAWN') and description <> '' and changed_at < before
                     order by changed_at limit most for update skip locked);
      update staff_request set description = '', version = version + 1 where id = any(ids);
      done := cardinality(ids);
    when 'QUESTION' then
      delete from request_question where id in (select q.id from request_question q
         where q.asked_at < before and not exists (select from shift s where s.request_id = q.request_id and s.ends_at >= before) limit most for update skip locked);
      get diagnostics done = row_count;
    when 'SWAP' then
      ids := array(select id from swap where state not in ('ASKED','ACCEPTED') and changed_at < before order by changed_at limit most for update skip locked);
      update placement set swap_id = null where swap_id = any(ids);
      delete from swap where id = any(ids);
      done := cardinality(ids);
    when 'POOL' then
      -- Whoever works for no library any more left the pool too
      ids := array(select m.person_id from pool_member m where not m.participating and m.changed_at < before
                     or exists (select from employment e where e.person_id = m.person_id) and not exists (select from employment e
                          where e.person_id = m.person_id and (e.ends_on is null or e.ends_on >= (before at time zone 'Europe/Amsterdam')::date))
                   limit most for update skip locked);
      delete from weekly_availability where person_id = any(ids);
      delete from availability_override where person_id = any(ids);
      delete from busy_calendar where person_id = any(ids);
      delete from flexpool_search_row where person_id = any(ids);
      delete from pool_member where person_id = any(ids);
      done := cardinality(ids);
    when 'INVITATION' then
      update person set invited_at = null, version = version + 1
       where id in (select id from person where linked_at is null and invited_at < before limit most for update skip locked);
      get diagnostics done = row_count;
    when 'FORMER' then
      ids := array(select p.id from person p where p.email not like 'weg-%'
                     and exists (select from employment m where m.person_id = p.id)
                     and not exists (select from employment m where m.person_id = p.id and (m.ends_on is null or m.ends_on >= (before at time zone 'Europe/Amsterdam')::date))
                     and not exists (select from role_grant g where g.person_id = p.id and (g.ends_on is null or g.ends_on >= current_date))
                     and not exists (select from pool_member m where m.person_id = p.id)
                   limit most for update skip locked);
      delete from person_skill where person_id = any(ids);
      delete from pay_scale where employee_id = any(ids);
      delete from sign_in where person_id = any(ids);
      update person set given_name = 'Voormalige', family_name = 'medewerker', email = 'weg-' || id || '@weg.invalid', subject = null, invited_at = null,
             linked_at = null, version = version + 1 where id = any(ids);
      done := cardinality(ids);
    when 'REPEATED' then
      delete from idempotent_answer where (person_id, key) in (select person_id, key from idempotent_answer where created_at < before limit most for update skip locked);
      get diagnostics done = row_count;
    when 'AUDIT' then
      delete from audit_entry where id in (select id from audit_entry where at < before order by at limit most for update skip locked);
      get diagnostics done = row_count;
    else
      raise exception 'No such kind: %', what using errcode = '22023';
  end case;
  perform set_config('vliegwiel.retention', 'off', true);
  return done;
end $$;
comment on function retention_apply is 'The only way to remove what is append-only; runs as the owner of the tables, by rules that the application cannot change';

-- What is kept of one person: how many records of a kind, and when the clock of the first and of the last began. A null
-- begin means that it does not run yet.
create function retention_of(who uuid) returns table (kind text, records bigint, first_at timestamptz, last_at timestamptz)
  language sql stable as $$
  select 'HOURS', count(*), min(t.ends_at), max(t.ends_at) from timesheet t where t.employee_id = who
  union all select 'PLACEMENT', count(*), min(p.ends_at), max(p.ends_at) from placement p where p.employee_id = who
  union all select 'UNSUCCESSFUL', count(*), min(p.ends_at), max(p.ends_at) from placement p where p.employee_id = who
      and p.state in ('DECLINED','WITHDRAWN','CANCELLED') and exists (select from agreement a where a.placement_id = p.id)
      and not exists (select from placement_check k where k.placement_id = p.id)
  union all select 'RANKING_LOG', count(*), min(l.at), max(l.at) from ranking_log l where who = any(l.people) or l.person_id = who
  union all select 'NOTICE', count(*), min(o.done_at), max(o.done_at) from outbox o where o.person_id = who
  union all select 'SIGN_IN', count(*), min(s.ends_at), max(s.ends_at) from sign_in s where s.person_id = who
  union all select 'DRAFT', count(*), min(r.changed_at), max(r.changed_at) from staff_request r where r.created_by = who and r.status = 'DRAFT'
  union all select 'QUESTION', count(*), min(s.last_end), max(s.last_end) from request_question q
      left join lateral (select max(s.ends_at) as last_end from shift s where s.request_id = q.request_id) s on true where q.asker_id = who
  union all select 'SWAP', count(*), min(w.changed_at), max(w.changed_at) from swap w where w.asker_id = who or w.colleague_id = who
  union all select 'POOL', count(*), min(case when m.participating then null else m.changed_at end), max(case when m.participating then null else m.changed_at end)
      from pool_member m where m.person_id = who
  union all select 'REPEATED', count(*), min(i.created_at), max(i.created_at) from idempotent_answer i where i.person_id = who
  union all select 'FORMER', count(*), min(e.last_end), max(e.last_end) from person p
      left join lateral (select case when bool_or(m.ends_on is null) then null else max(m.ends_on)::timestamp at time zone 'Europe/Amsterdam' end as last_end
                           from employment m where m.person_id = p.id) e on true where p.id = who
  union all select 'AUDIT', count(*), min(a.at), max(a.at) from audit_entry a where a.actor_id = who
$$;

-- The application runs the clock and reads the rules; it sets neither
do $$
begin
  revoke execute on function retention_apply(text, integer, timestamptz) from public;
  if exists (select from pg_roles where rolname = 'vliegwiel_app') then
    grant execute on function retention_apply(text, integer, timestamptz) to vliegwiel_app;
    revoke insert, update, delete, truncate on retention_rule from vliegwiel_app;
    revoke delete, truncate on retention_run from vliegwiel_app;
  end if;
end $$;
create index placement_ended on placement (ends_at);
create index outbox_done on outbox (done_at) where state <> 'WAITING';
create index audit_entry_at on audit_entry (at);
create index audit_entry_actor on audit_entry (actor_id);
create index timesheet_ended on timesheet (ends_at);
