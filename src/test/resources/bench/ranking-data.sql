-- Made-up people for the measurements: ${people} employees of 133 libraries, the same at every run.
create or replace function chance(i bigint, salt integer) returns double precision language sql immutable parallel safe
return (hashint8extended(i, salt) & 1099511627775) / 1099511627776.0;

insert into organisation (id, name, kind, province, fictional, created_at)
select md5('poi' || i)::uuid, 'POI ' || i, 'POI', 'Utrecht', true, timestamptz '2026-01-01' from generate_series(1, 12) i;

-- Libraries sit in the largest places and belong to the POI of their part of the country
insert into organisation (id, name, kind, province, poi_id, fictional, created_at)
select md5('library' || i)::uuid, 'Bibliotheek ' || i, 'LIBRARY', p.province,
       md5('poi' || (1 + (floor(p.x_km / 75) + 4 * floor(p.y_km / 110))::integer % 12))::uuid, true, timestamptz '2026-01-01'
  from (select row_number() over (order by population desc, id) as i, * from place) p where i <= 133;
insert into branch (id, organisation_id, name, place_id)
select md5('branch' || i)::uuid, md5('library' || i)::uuid, 'Centrum', p.id
  from (select row_number() over (order by population desc, id) as i, id from place) p where i <= 133;

insert into skill (public_id, kind, domain, name_nl, name_en)
select md5('skill' || i)::uuid, case when i % 6 = 0 then 'CERTIFICATE' else 'SKILL' end, 'SERVICE', 'Vaardigheid ' || i, 'Skill ' || i
  from generate_series(1, 60) i where not exists (select from skill where name_nl = 'Vaardigheid ' || i);

-- Large libraries have more people; the square root stands for the small ones' share
create temporary table library_share as
select i, id, place_id, x_km, y_km, sum(sqrt(population)) over (order by i) / sum(sqrt(population)) over () as upto
  from (select row_number() over (order by p.population desc, p.id) as i, md5('library' || row_number() over (order by p.population desc, p.id))::uuid as id,
               p.id as place_id, p.x_km, p.y_km, p.population from place p) s where i <= 133;
create temporary table near_place as
select l.i, p.id as place_id, row_number() over (partition by l.i order by p.id) as n, count(*) over (partition by l.i) as many
  from library_share l join place p on power(p.x_km - l.x_km, 2) + power(p.y_km - l.y_km, 2) < 15 * 15;
create temporary table someone as
select i, md5('person' || i)::uuid as id,
       (select l.i from library_share l where l.upto >= chance(i, 1) order by l.upto limit 1) as library
  from generate_series(1, ${people}) i;
alter table someone add primary key (i);
analyze someone;

insert into person (id, email, given_name, family_name, created_at)
select id, 'p' || i || '@example.org', 'Voornaam' || i, 'Achternaam' || i, timestamptz '2026-01-01' from someone;
-- Mean 0.6 of 36 hours
insert into employment (id, person_id, organisation_id, function_title, minutes_per_week, place_id, starts_on)
select md5('job' || i)::uuid, id, md5('library' || library)::uuid, 'Medewerker', 60 * (8 + 4 * floor(8 * sqrt(chance(i, 2)) * 0.9))::integer, null, date '2020-01-01'
  from someone;
insert into pool_member (person_id, participating, max_travel_minutes, max_minutes_per_week, place_id, changed_at)
select s.id, chance(i, 3) < 0.92, 20 + 5 * floor(13 * power(chance(i, 4), 1.5))::integer, 240 * (1 + floor(4 * chance(i, 5)))::integer,
       (select n.place_id from near_place n where n.i = s.library and n.n = 1 + floor(n.many * chance(s.i, 6))::integer), timestamptz '2026-01-01'
  from someone s;

-- Part-timers: a day more often than not, whole, a morning, an afternoon or an evening
insert into weekly_availability (person_id, day, from_minute, to_minute)
select s.id, d, h.from_minute, h.to_minute
  from someone s cross join generate_series(1, 6) d
  cross join lateral (select chance(s.i * 10 + d, 7) as c) c
  cross join lateral (select case when c.c < 0.5 then 510 when c.c < 0.7 then 540 when c.c < 0.9 then 780 else 1050 end as from_minute,
                             case when c.c < 0.5 then 1050 when c.c < 0.7 then 780 when c.c < 0.9 then 1050 else 1290 end as to_minute) h
 where chance(s.i * 10 + d, 8) < case when d = 6 then 0.2 else 0.62 end;
-- Two holidays and one extra day each
insert into availability_override (id, person_id, starts_at, ends_at, available)
select md5('away' || i || '-' || n)::uuid, id, day, day + interval '7 days', false
  from someone cross join generate_series(1, 2) n
  cross join lateral (select timestamptz '2026-12-01 00:00+01' + floor(180 * chance(i * 10 + n, 9))::integer * interval '1 day' as day) d
union all
select md5('extra' || i)::uuid, id, day + interval '8 hours', day + interval '20 hours', true
  from someone cross join lateral (select timestamptz '2026-12-01 00:00+01' + floor(180 * chance(i, 10))::integer * interval '1 day' as day) d;

-- About five skills, a few of them common
insert into person_skill (id, person_id, skill_id, level, certificate_expires_on)
select distinct on (s.id, k.skill) md5('has' || s.i || '-' || k.skill)::uuid, s.id, k.skill, 1 + floor(4 * chance(s.i * 100 + k.skill, 12))::integer,
       case when k.skill % 6 = 0 then date '2026-09-01' + floor(900 * chance(s.i * 100 + k.skill, 13))::integer end
  from someone s cross join generate_series(1, 5) n
  cross join lateral (select 1 + floor(60 * power(chance(s.i * 10 + n, 11), 2.2))::integer as skill) k;

-- A year of loans: four a person on average, some people none
insert into staff_request (id, organisation_id, branch_id, title, purpose, status, circles, created_by, created_at, published_at)
select md5('request' || q)::uuid, l.id, md5('branch' || l.i)::uuid, 'Vraag ' || q, 'CAPACITY', 'PUBLISHED', '{NEIGHBOURS,REGION,COUNTRY}',
       md5('person1')::uuid, timestamptz '2026-10-01', timestamptz '2026-10-01'
  from generate_series(1, 2000) q join library_share l on l.i = (select x.i from library_share x where x.upto >= chance(q, 20) order by x.upto limit 1);
insert into staff_request_skill (request_id, skill_id, min_level, required)
select distinct on (i, skill) md5('request' || i)::uuid, skill, 1 + floor(3 * chance(i * 10 + n, 22))::integer, n < 3
  from generate_series(1, 2000) i
  cross join lateral generate_series(1, case when chance(i, 23) < 0.6 then 1 when chance(i, 23) < 0.85 then 2 else 3 end) n
  cross join lateral (select 1 + floor(60 * power(chance(i * 10 + n, 21), 2.2))::integer as skill) k;
insert into shift (id, request_id, starts_at, ends_at, headcount, break_minutes)
select md5('shift' || i)::uuid, md5('request' || i)::uuid, at, at + case when chance(i, 26) < 0.5 then interval '4 hours' else interval '7 hours 30 minutes' end, 1,
       case when chance(i, 26) < 0.5 then 0 else 30 end
  from generate_series(1, 2000) i
  cross join lateral (select timestamptz '2026-12-07 09:00+01' + (7 * floor(12 * chance(i, 24)) + floor(5.4 * chance(i, 25)))::integer * interval '1 day'
                        + floor(2 * chance(i, 27)) * case when chance(i, 26) < 0.5 then interval '4 hours' else interval '30 minutes' end as at) t;
insert into placement (id, request_id, shift_id, employee_id, lender_id, borrower_id, starts_at, ends_at, break_minutes, state,
                       waadi_ground, vat_ground, created_by, created_at)
select md5('loan' || s.i || '-' || n)::uuid, r.request, r.shift, s.id, md5('library' || s.library)::uuid, r.library, at, at + interval '4 hours', 0, 'CONFIRMED',
       'COLLEGIAL_NON_PROFIT', 'TAXED', s.id, timestamptz '2026-10-01'
  from someone s cross join lateral generate_series(1, floor(9 * chance(s.i, 30))::integer) n
  cross join lateral (select md5('request' || k)::uuid as request, md5('shift' || k)::uuid as shift, k from (select 1 + floor(2000 * chance(s.i * 10 + n, 31))::integer as k) x) q
  cross join lateral (select q.request, q.shift, r.organisation_id as library from staff_request r where r.id = q.request) r
  cross join lateral (select timestamptz '2026-10-05 09:00+02' + (21 * (n - 1) + 1 + floor(5 * chance(s.i * 10 + n, 32)) + 7 * floor(3 * chance(s.i * 10 + n, 33)))::integer * interval '1 day' as at) t
on conflict do nothing;
analyze;
