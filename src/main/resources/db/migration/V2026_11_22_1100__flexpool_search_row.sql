-- One row per member of the pool with all that the ranking filters and scores by. Derived: search_row_truth says
-- what it must be, and refresh_search_rows() writes it in the transaction that changes its truth. Each node keeps
-- the rows in memory and takes over, before every ranking, those that were committed since it last looked.
--
-- The weekly pattern stays a pattern in wall-clock time and only exceptions carry dates, so there is no horizon to
-- move and no clock change to get wrong.

create table flexpool_search_row (
  person_id      uuid           primary key references person,
  participating  boolean        not null,
  x              integer        not null,
  y              integer        not null,
  travel_limit   smallint       not null,
  offered        smallint       not null,
  employers      uuid[]         not null,
  employed       daterange[]    not null,
  contract       smallint[]     not null,
  skills         integer[]      not null,
  levels         smallint[]     not null,
  valid_until    date[]         not null,
  week           integer[]      not null,
  extra          timestamptz[]  not null,
  blocked        timestamptz[]  not null,
  loan_from      timestamptz[]  not null,
  loan_to        timestamptz[]  not null,
  loan_break     smallint[]     not null,
  loan_branch    uuid[]         not null,
  changed        xid8           not null default pg_current_xact_id()
) with (fillfactor = 85);

comment on table flexpool_search_row is 'Derived from pool, availability, skills, employment and placements; kept in the same transaction';
comment on column flexpool_search_row.x is 'Metres on the grid of the Netherlands (RD New), of the place from which the person travels';
comment on column flexpool_search_row.employers is 'With employed (days) and contract (minutes a week) one element per employment, in the order of their begin';
comment on column flexpool_search_row.skills is 'With levels and valid_until (last valid day; null when it does not expire) one element per skill';
comment on column flexpool_search_row.week is 'Weekly pattern in minutes since Monday 00:00, wall clock: begin, end, begin, end …';
comment on column flexpool_search_row.extra is 'Exceptions that add time, with blocked those that take it: begin, end, begin, end …';
comment on column flexpool_search_row.loan_from is 'Begin of each definite placement, with loan_to, loan_break (minutes) and loan_branch';
comment on column flexpool_search_row.changed is 'Transaction that wrote the row, by which a node finds what it has not seen yet';

create view search_row_truth as
select m.person_id, m.participating, home.x, home.y,
       m.max_travel_minutes::smallint as travel_limit, m.max_minutes_per_week::smallint as offered,
       job.employers, job.employed, job.contract, skill.skills, skill.levels, skill.valid_until,
       time.week, exception.extra, exception.blocked, loan.loan_from, loan.loan_to, loan.loan_break, loan.loan_branch
  from pool_member m
  cross join lateral (
    select round(p.x_km * 1000)::integer as x, round(p.y_km * 1000)::integer as y from place p where p.id = m.place_id) home
  cross join lateral (
    select coalesce(array_agg(e.organisation_id order by e.starts_on, e.id), '{}') as employers,
           coalesce(array_agg(daterange(e.starts_on, e.ends_on, '[]') order by e.starts_on, e.id), '{}') as employed,
           coalesce(array_agg(e.minutes_per_week::smallint order by e.starts_on, e.id), '{}') as contract
      from employment e where e.person_id = m.person_id) job
  cross join lateral (
    select coalesce(array_agg(s.skill_id order by s.skill_id), '{}') as skills,
           coalesce(array_agg(s.level order by s.skill_id), '{}') as levels,
           coalesce(array_agg(s.certificate_expires_on order by s.skill_id), '{}') as valid_until
      from person_skill s where s.person_id = m.person_id) skill
  cross join lateral (
    select coalesce(array_agg(edge order by edge), '{}') as week
      from (select unnest(range_agg(int4range((w.day - 1) * 1440 + w.from_minute, (w.day - 1) * 1440 + w.to_minute))) as stretch
              from weekly_availability w where w.person_id = m.person_id) joined
      cross join lateral unnest(array[lower(stretch), upper(stretch)]) edge) time
  cross join lateral (
    select coalesce(array_agg(edge order by edge) filter (where available), '{}') as extra,
           coalesce(array_agg(edge order by edge) filter (where not available), '{}') as blocked
      from (select o.available, unnest(range_agg(tstzrange(o.starts_at, o.ends_at))) as stretch
              from availability_override o where o.person_id = m.person_id group by o.available) joined
      cross join lateral unnest(array[lower(stretch), upper(stretch)]) edge) exception
  cross join lateral (
    select coalesce(array_agg(p.starts_at order by p.starts_at), '{}') as loan_from,
           coalesce(array_agg(p.ends_at order by p.starts_at), '{}') as loan_to,
           coalesce(array_agg(p.break_minutes order by p.starts_at), '{}') as loan_break,
           coalesce(array_agg(r.branch_id order by p.starts_at), '{}') as loan_branch
      from placement p join staff_request r on r.id = p.request_id
     where p.employee_id = m.person_id and p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')) loan;
comment on view search_row_truth is 'What flexpool_search_row must hold';

-- Brings the rows of some people up to date; answers how many were written. Who changes another part of the same
-- person's truth at the same time waits at the lock, and then sees the change (each statement looks anew).
create function refresh_search_rows(people uuid[]) returns bigint language sql volatile
begin atomic
  select from pool_member m where m.person_id = any(people) order by m.person_id for no key update;
  with written as (
    insert into flexpool_search_row
    select t.* from (select distinct unnest(people)) as p (wanted) cross join lateral (select * from search_row_truth v where v.person_id = wanted) t
    on conflict (person_id) do update set
      participating = excluded.participating, x = excluded.x, y = excluded.y,
      travel_limit = excluded.travel_limit, offered = excluded.offered, employers = excluded.employers,
      employed = excluded.employed, contract = excluded.contract, skills = excluded.skills, levels = excluded.levels,
      valid_until = excluded.valid_until, week = excluded.week, extra = excluded.extra, blocked = excluded.blocked,
      loan_from = excluded.loan_from, loan_to = excluded.loan_to, loan_break = excluded.loan_break,
      loan_branch = excluded.loan_branch, changed = pg_current_xact_id()
    returning 1)
  select count(*) from written;
end;

-- All rows at once, after a load of data or a restored backup.
create function refresh_search_rows() returns bigint language sql volatile
begin atomic
  delete from flexpool_search_row;
  with written as (
    insert into flexpool_search_row
    select t.* from search_row_truth t
    returning 1)
  select count(*) from written;
end;

create index flexpool_search_row_changed on flexpool_search_row (changed);

select refresh_search_rows();
