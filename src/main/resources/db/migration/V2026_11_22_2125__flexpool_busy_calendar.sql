-- Busy time of somebody's own calendar, fetched from the address that she gives. Begin and end only: no title, place
-- or name of that calendar is kept. Goes with her connection, which goes when she leaves the pool.
create table busy_calendar (
  person_id  uuid        primary key references pool_member,
  address    text        not null check (length(address) <= 2000),
  created_at timestamptz not null,
  read_at    timestamptz,
  next_at    timestamptz not null,
  attempts   integer     not null default 0,
  problem    text
);
create index busy_calendar_next on busy_calendar (next_at);
comment on table busy_calendar is 'Fetched again by one node at a time, which moves next_at ahead first; attempts counts failures since the last good one';
comment on column busy_calendar.problem is 'Message key of why the last attempt failed; null when it did not';

create table busy_interval (
  person_id uuid        not null references busy_calendar on delete cascade,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  primary key (person_id, starts_at),
  constraint busy_interval_period check (ends_at > starts_at)
);
comment on table busy_interval is 'Joined and cut to the time looked at; blocks like a dated exception';

create or replace view search_row_truth as
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
      from (select either.available, unnest(range_agg(either.stretch)) as stretch
              from (select o.available, tstzrange(o.starts_at, o.ends_at) as stretch from availability_override o where o.person_id = m.person_id
                    union all
                    select false, tstzrange(b.starts_at, b.ends_at) from busy_interval b where b.person_id = m.person_id) either
             group by either.available) joined
      cross join lateral unnest(array[lower(stretch), upper(stretch)]) edge) exception
  cross join lateral (
    select coalesce(array_agg(p.starts_at order by p.starts_at), '{}') as loan_from,
           coalesce(array_agg(p.ends_at order by p.starts_at), '{}') as loan_to,
           coalesce(array_agg(p.break_minutes order by p.starts_at), '{}') as loan_break,
           coalesce(array_agg(r.branch_id order by p.starts_at), '{}') as loan_branch
      from placement p join staff_request r on r.id = p.request_id
     where p.employee_id = m.person_id and p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED')) loan;
