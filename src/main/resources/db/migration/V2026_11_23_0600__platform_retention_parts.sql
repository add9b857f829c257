-- R18: each feature gives its own part of the clock, found by name, so that a new kind of record changes no other's part:
--   retention_remove_<kind>(most, before, library)  removes, as the owner, inside retention_apply alone; library null is all
--   retention_kept_<kind>(who)                      how many records about somebody, and when the clock of first and last began
alter table retention_rule add column least_months smallint check (least_months between 0 and months);
comment on column retention_rule.least_months is 'A library may choose any number of months from here to the rule; null where law or the network fix it';
update retention_rule set least_months = v.least from (values ('RANKING_LOG', 6), ('DRAFT', 1), ('CLOSED_TEXT', 1), ('QUESTION', 1), ('SWAP', 3), ('INVITATION', 1),
  ('FORMER', 6)) v (kind, least) where retention_rule.kind = v.kind;

insert into retention_rule (kind, months, event, action, source, valid_from, least_months) values
  ('SETTLEMENT',   84, 'PAID',         'DELETE', 'AWR art. 52: zeven jaar voor de administratie', '2026-01-01', null),
  ('INDUCTION',    60, 'ACCEPTED',     'DELETE', 'BW art. 3:310: vijf jaar voor een vordering na een ongeval', '2026-01-01', null),
  ('STANDING',     24, 'TERM_ENDED',   'DELETE', 'Vliegwiel: zo lang als een uitlening erop kan steunen', '2026-01-01', 6),
  ('FAVOURITE',    12, 'LAST_CHANGED', 'DELETE', 'Vliegwiel: wat niet meer geldt', '2026-01-01', 1),
  ('PLAN',         12, 'SHOWN',        'DELETE', 'Vliegwiel: een jaar om een voorstel na te kijken', '2026-01-01', 6),
  ('REQUEST_TOLD', 1,  'SENT',         'DELETE', 'Vliegwiel: om niemand twee keer te vragen', '2026-01-01', null),
  ('FORUM_TEXT',   0,  'WRITTEN',      'KEEP',   'Vliegwiel: kennis blijft; je naam gaat eraf als je gegevens weggaan', '2026-01-01', null),
  ('FORUM_DRAFT',  3,  'LAST_CHANGED', 'DELETE', 'Vliegwiel: wat zo lang ligt wordt niet meer verstuurd', '2026-01-01', null),
  ('FORUM_READ',   24, 'LAST_POST',    'DELETE', 'Vliegwiel: zo lang als een gesprek weer kan beginnen', '2026-01-01', null),
  ('FORUM_FLAG',   12, 'HANDLED',      'DELETE', 'Vliegwiel: een jaar om een besluit na te kijken', '2026-01-01', null);

-- What a library chose: shorter than the network, from a day, within bounds. A choice that ends stays readable (R6, R15).
create table retention_choice (
  id              uuid        primary key,
  organisation_id uuid        not null references organisation,
  kind            text        not null,
  months          smallint    not null check (months >= 0),
  valid_from      date        not null,
  valid_to        date,
  chosen_by       uuid        not null references person,
  chosen_at       timestamptz not null,
  constraint retention_choice_period check (valid_to is null or valid_to >= valid_from),
  constraint retention_choice_once exclude using gist (organisation_id with =, kind with =, daterange(valid_from, valid_to, '[)') with &&)
);
comment on table retention_choice is 'Months that a library keeps a kind of record, shorter than the rule; valid_to is the first day on which it does not hold';

create function keep_retention_choice() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'retention_choice is never deleted' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.organisation_id, new.kind, new.months, new.valid_from, new.chosen_by, new.chosen_at)
       is distinct from (old.id, old.organisation_id, old.kind, old.months, old.valid_from, old.chosen_by, old.chosen_at) then
    raise exception 'retention_choice is only ended' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' and not exists (select from retention_rule r where r.kind = new.kind and new.months >= r.least_months and new.months < r.months
       and r.valid_from <= new.valid_from and (r.valid_to is null or r.valid_to > new.valid_from)) then
    raise exception 'out of bounds' using errcode = '23514', constraint = 'retention_choice_bounds';
  end if;
  return new;
end $$;
create trigger retention_choice_kept before insert or update or delete on retention_choice for each row execute function keep_retention_choice();

-- What was sent stays as it was sent (R15), until the retention clock takes it.
create or replace function keep_settlement() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('vliegwiel.retention', true) = 'on'
     and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then
    return old;
  end if;
  if tg_table_name = 'settlement' then
    if tg_op = 'DELETE' or (old.state = 'SENT' and new.state <> 'PAID') or old.state = 'PAID' then
      raise exception 'settlement is final' using errcode = '42501';
    end if;
  elsif exists (select from settlement s where s.id = old.settlement_id and s.state <> 'DRAFT') then
    raise exception 'settlement line is final' using errcode = '42501';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace function keep_standing_release() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if current_setting('vliegwiel.retention', true) = 'on'
       and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then
      return old;
    end if;
    raise exception 'standing_release is never deleted' using errcode = '42501';
  end if;
  if old.revoked_at is not null or (new.id, new.organisation_id, new.minutes_per_week, new.max_shift_minutes, new.valid_from, new.valid_to, new.clause_version,
      new.given_by, new.given_at) is distinct from (old.id, old.organisation_id, old.minutes_per_week, old.max_shift_minutes, old.valid_from, old.valid_to,
      old.clause_version, old.given_by, old.given_at) or (new.borrower_id, new.region_id, new.employee_id) is distinct from (old.borrower_id, old.region_id, old.employee_id) then
    raise exception 'standing_release is only revoked' using errcode = '23514', constraint = 'standing_release_kept';
  end if;
  return new;
end $$;

create function retention_remove_hours(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  done integer := 0;
begin
  ids := array(select placement_id from timesheet where ends_at < before order by ends_at limit most for update skip locked);
  delete from timesheet_step where placement_id = any(ids);
  delete from timesheet_entry where placement_id = any(ids);
  delete from timesheet where placement_id = any(ids);
  delete from week_complete where week_start < (before at time zone 'Europe/Amsterdam')::date - 7;
  done := cardinality(ids);
  return done;
end $$;

create function retention_remove_placement(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  done integer := 0;
begin
  ids := array(select p.id from placement p where p.ends_at < before and p.employee_id is not null
                 and not exists (select from timesheet t where t.placement_id = p.id) order by p.ends_at limit most for update skip locked);
  delete from placement_check where placement_id = any(ids);
  delete from placement_consent where placement_id = any(ids);
  delete from agreement where placement_id = any(ids);
  delete from attendance_step where placement_id = any(ids);
  update placement set employee_id = null, created_by = null, version = version + 1 where id = any(ids);
  done := cardinality(ids);
  return done;
end $$;

create function retention_remove_unsuccessful(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  done integer := 0;
begin
  ids := array(select p.id from placement p where p.state in ('DECLINED','WITHDRAWN','CANCELLED') and p.ends_at < before
                 and exists (select from agreement a where a.placement_id = p.id)
                 and not exists (select from placement_check k where k.placement_id = p.id)
                 and not exists (select from timesheet t where t.placement_id = p.id) order by p.ends_at limit most for update skip locked);
  delete from placement_consent where placement_id = any(ids);
  delete from agreement where placement_id = any(ids);
  done := cardinality(ids);
  return done;
end $$;

create function retention_remove_ranking_log(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from ranking_log where id in (select id from ranking_log where at < before and (library is null or organisation_id = library) order by at limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_notice(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from outbox where id in (select id from outbox where state <> 'WAITING' and done_at < before limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_sign_in(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from sign_in where token_hash in (select token_hash from sign_in where ends_at < before limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_draft(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  done integer := 0;
begin
  ids := array(select r.id from staff_request r where r.status = 'DRAFT' and r.changed_at < before and (library is null or r.organisation_id = library)
                 and not exists (select from ranking_log l where l.request_id = r.id) order by r.changed_at limit most for update skip locked);
  update staff_request set copied_from = null where copied_from = any(ids);
  delete from staff_request_skill where request_id = any(ids);
  delete from shift where request_id = any(ids);
  delete from staff_request where id = any(ids);
  done := cardinality(ids);
  return done;
end $$;

create function retention_remove_closed_text(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  done integer := 0;
begin
  ids := array(select id from staff_request where status in ('EXPIRED','WITHDRAWN') and description <> '' and changed_at < before and (library is null or organisation_id = library)
                 order by changed_at limit most for update skip locked);
  update staff_request set description = '', version = version + 1 where id = any(ids);
  done := cardinality(ids);
  return done;
end $$;

create function retention_remove_question(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from request_question where id in (select q.id from request_question q
     where q.asked_at < before and (library is null or exists (select from staff_request r where r.id = q.request_id and r.organisation_id = library))
       and not exists (select from shift s where s.request_id = q.request_id and s.ends_at >= before) limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_swap(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  done integer := 0;
begin
  ids := array(select id from swap where state not in ('ASKED','ACCEPTED') and changed_at < before
                 and (library is null or exists (select from placement p where p.id = swap.given_id and p.borrower_id = library)) order by changed_at limit most for update skip locked);
  update placement set swap_id = null where swap_id = any(ids);
  delete from swap where id = any(ids);
  done := cardinality(ids);
  return done;
end $$;

create function retention_remove_pool(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  done integer := 0;
begin
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
  return done;
end $$;

create function retention_remove_invitation(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  update person set invited_at = null, version = version + 1
   where id in (select id from person where linked_at is null and invited_at < before
                   and (library is null or exists (select from employment m where m.person_id = person.id and m.organisation_id = library)) limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_former(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  done integer := 0;
begin
  ids := array(select p.id from person p where p.email not like 'weg-%'
                 and exists (select from employment m where m.person_id = p.id)
                 and not exists (select from employment m where m.person_id = p.id and (m.ends_on is null or m.ends_on >= (before at time zone 'Europe/Amsterdam')::date))
                 and not exists (select from role_grant g where g.person_id = p.id and (g.ends_on is null or g.ends_on >= current_date))
                 and not exists (select from pool_member m where m.person_id = p.id)
                 and (library is null or (select m.organisation_id from employment m where m.person_id = p.id order by m.ends_on desc, m.id limit 1) = library)
               limit most for update skip locked);
  delete from person_skill where person_id = any(ids);
  delete from pay_scale where employee_id = any(ids);
  delete from sign_in where person_id = any(ids);
  delete from calendar_feed where person_id = any(ids);
  delete from notification_topic where person_id = any(ids);
  delete from notification_setting where person_id = any(ids);
  delete from unsubscribe_link where person_id = any(ids);
  delete from forum_draft where person_id = any(ids);
  delete from topic_reader where person_id = any(ids);
  update person set given_name = 'Voormalige', family_name = 'medewerker', email = 'weg-' || id || '@weg.invalid', subject = null, invited_at = null,
         linked_at = null, version = version + 1 where id = any(ids);
  done := cardinality(ids);
  return done;
end $$;

create function retention_remove_repeated(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from idempotent_answer where (person_id, key) in (select person_id, key from idempotent_answer where created_at < before limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_audit(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from audit_entry where id in (select id from audit_entry where at < before order by at limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_settlement(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  done integer := 0;
begin
  ids := array(select id from settlement where state = 'PAID' and paid_at < before order by paid_at limit most for update skip locked);
  delete from invoice where settlement_id = any(ids);
  delete from settlement_line where settlement_id = any(ids);
  delete from settlement where id = any(ids);
  done := cardinality(ids);
  return done;
end $$;

create function retention_remove_induction(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  -- Who still works there goes on under what she accepted
  delete from induction_acceptance where (person_id, branch_id, version) in (select a.person_id, a.branch_id, a.version from induction_acceptance a
     where a.accepted_at < before and not exists (select from placement p join staff_request r on r.id = p.request_id
             where p.employee_id = a.person_id and r.branch_id = a.branch_id and p.ends_at >= before) limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_standing(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from standing_release where id in (select s.id from standing_release s
     where coalesce(s.revoked_at, s.valid_to::timestamp at time zone 'Europe/Amsterdam') < before and (library is null or s.organisation_id = library)
       and not exists (select from placement_consent c where c.standing_release_id = s.id) limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_favourite(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from favourite where id in (select f.id from favourite f
     where f.state in ('DECLINED','ENDED') and f.changed_at < before and (library is null or f.organisation_id = library)
       and not exists (select from placement_consent c where c.favourite_id = f.id) limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_plan(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  done integer := 0;
begin
  ids := array(select id from plan_proposal where asked_at < before and (library is null or organisation_id = library) order by asked_at limit most for update skip locked);
  update plan_proposal set based_on = null where based_on = any(ids);
  delete from plan_proposal where id = any(ids);
  done := cardinality(ids);
  return done;
end $$;

create function retention_remove_request_told(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from notice_day where day < (before at time zone 'Europe/Amsterdam')::date;
  delete from request_notice where (request_id, person_id) in (select n.request_id, n.person_id from request_notice n join staff_request r on r.id = n.request_id
     where n.at < before and r.status in ('DONE','WITHDRAWN','EXPIRED') limit most for update of n skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_forum_draft(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from forum_draft where (person_id, place) in (select person_id, place from forum_draft where saved_at < before limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_forum_read(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from topic_reader where (topic_id, person_id) in (select d.topic_id, d.person_id from topic_reader d join topic t on t.id = d.topic_id
     where t.last_post_at < before and d.state is null limit most for update of d skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create function retention_remove_forum_flag(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  done integer := 0;
begin
  delete from post_flag where id in (select id from post_flag where handled_at < before limit most for update skip locked);
  get diagnostics done = row_count;
  return done;
end $$;

create or replace function retention_apply(what text, most integer, moment timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  rule retention_rule;
  choice retention_choice;
  today timestamp := least(moment, clock_timestamp()) at time zone 'Europe/Amsterdam';
  part text;
  more integer;
  done integer := 0;
begin
  select * into rule from retention_rule r where r.kind = what and r.valid_from <= current_date and (r.valid_to is null or r.valid_to > current_date);
  if not found or rule.action = 'KEEP' then
    return 0;
  end if;
  part := 'retention_remove_' || lower(rule.kind);
  if to_regprocedure(format('%I(integer, timestamptz, uuid)', part)) is null then
    raise exception 'No such kind: %', what using errcode = '22023';
  end if;
  perform set_config('vliegwiel.retention', 'on', true);
  execute format('select %I($1, $2, null)', part) into done using most, (today - make_interval(months => rule.months)) at time zone 'Europe/Amsterdam';
  for choice in select c.* from retention_choice c where c.kind = rule.kind and c.valid_from <= current_date and (c.valid_to is null or c.valid_to > current_date)
                   and c.months >= rule.least_months and c.months < rule.months order by c.organisation_id loop
    exit when done >= most;
    execute format('select %I($1, $2, $3)', part) into more
      using most - done, (today - make_interval(months => choice.months)) at time zone 'Europe/Amsterdam', choice.organisation_id;
    done := done + more;
  end loop;
  perform set_config('vliegwiel.retention', 'off', true);
  return done;
end $$;
comment on function retention_apply is 'The only way to remove what is append-only; runs as the owner of the tables, by rules that the application cannot change and choices of libraries within their bounds';

create function retention_kept_hours(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(t.ends_at), max(t.ends_at) from timesheet t where t.employee_id = who
$$;

create function retention_kept_placement(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(p.ends_at), max(p.ends_at) from placement p where p.employee_id = who
$$;

create function retention_kept_unsuccessful(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(p.ends_at), max(p.ends_at) from placement p where p.employee_id = who
      and p.state in ('DECLINED','WITHDRAWN','CANCELLED') and exists (select from agreement a where a.placement_id = p.id)
      and not exists (select from placement_check k where k.placement_id = p.id)
$$;

create function retention_kept_ranking_log(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(l.at), max(l.at) from ranking_log l where who = any(l.people) or l.person_id = who
$$;

create function retention_kept_notice(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(o.done_at), max(o.done_at) from outbox o where o.person_id = who
$$;

create function retention_kept_sign_in(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(s.ends_at), max(s.ends_at) from sign_in s where s.person_id = who
$$;

create function retention_kept_draft(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(r.changed_at), max(r.changed_at) from staff_request r where r.created_by = who and r.status = 'DRAFT'
$$;

create function retention_kept_question(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(s.last_end), max(s.last_end) from request_question q
      left join lateral (select max(s.ends_at) as last_end from shift s where s.request_id = q.request_id) s on true where q.asker_id = who
$$;

create function retention_kept_swap(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(w.changed_at), max(w.changed_at) from swap w where w.asker_id = who or w.colleague_id = who
$$;

create function retention_kept_pool(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(case when m.participating then null else m.changed_at end), max(case when m.participating then null else m.changed_at end)
      from pool_member m where m.person_id = who
$$;

create function retention_kept_repeated(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(i.created_at), max(i.created_at) from idempotent_answer i where i.person_id = who
$$;

create function retention_kept_former(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(e.last_end), max(e.last_end) from person p
      left join lateral (select case when bool_or(m.ends_on is null) then null else max(m.ends_on)::timestamp at time zone 'Europe/Amsterdam' end as last_end
                           from employment m where m.person_id = p.id) e on true where p.id = who
$$;

create function retention_kept_audit(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(a.at), max(a.at) from audit_entry a where a.actor_id = who
$$;

create function retention_kept_settlement(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(s.paid_at), max(s.paid_at) from settlement_line l join settlement s on s.id = l.settlement_id join placement p on p.id = l.placement_id where p.employee_id = who
$$;

create function retention_kept_induction(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(a.accepted_at), max(a.accepted_at) from induction_acceptance a where a.person_id = who
$$;

create function retention_kept_standing(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(s.ended), max(s.ended) from (select case when revoked_at is not null then revoked_at when valid_to < current_date then valid_to::timestamp at time zone 'Europe/Amsterdam' end as ended
      from standing_release where employee_id = who or given_by = who) s
$$;

create function retention_kept_favourite(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(f.changed_at) filter (where f.state in ('DECLINED','ENDED')), max(f.changed_at) filter (where f.state in ('DECLINED','ENDED')) from favourite f where f.person_id = who
$$;

create function retention_kept_plan(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(p.asked_at), max(p.asked_at) from plan_proposal p where p.asked_by = who or exists (select from plan_line l where l.proposal_id = p.id and l.person_id = who)
$$;

create function retention_kept_request_told(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(n.at), max(n.at) from request_notice n where n.person_id = who
$$;

create function retention_kept_forum_text(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select (select count(*) from post p where p.author_id = who) + (select count(*) from post_like l where l.person_id = who), null::timestamptz, null::timestamptz
$$;

create function retention_kept_forum_draft(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(d.saved_at), max(d.saved_at) from forum_draft d where d.person_id = who
$$;

create function retention_kept_forum_read(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(t.last_post_at), max(t.last_post_at) from topic_reader d join topic t on t.id = d.topic_id where d.person_id = who
$$;

create function retention_kept_forum_flag(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(f.handled_at), max(f.handled_at) from post_flag f where f.person_id = who
$$;

create index plan_line_person on plan_line (person_id) where person_id is not null;
create index settlement_line_placement on settlement_line (placement_id);

-- What is kept of one person: how many records of a kind, and when the clock of the first and of the last began. A null
-- begin means that it does not run yet.
create or replace function retention_of(who uuid) returns table (kind text, records bigint, first_at timestamptz, last_at timestamptz)
  language plpgsql stable as $$
declare
  part text;
begin
  for kind in select r.kind from retention_rule r where r.valid_from <= current_date and (r.valid_to is null or r.valid_to > current_date) loop
    part := 'retention_kept_' || lower(kind);
    if to_regprocedure(format('%I(uuid)', part)) is not null then
      execute format('select * from %I($1)', part) into records, first_at, last_at using who;
      return next;
    end if;
  end loop;
end $$;

-- The parts are called by the clock alone
do $$
declare
  part regprocedure;
begin
  for part in select p.oid from pg_proc p where p.proname like 'retention\_remove\_%' and p.pronamespace = 'public'::regnamespace loop
    execute format('revoke execute on function %s from public', part);
  end loop;
  if exists (select from pg_roles where rolname = 'vliegwiel_app') then
    revoke delete, truncate on retention_choice from vliegwiel_app;
  end if;
end $$;
