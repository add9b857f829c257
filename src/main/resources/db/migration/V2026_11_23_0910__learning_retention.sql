-- R18: who only wanted to take part, was invited, or read with a reason is forgotten after a while; who took part is not,
-- because a certificate rests on it.
insert into retention_rule (kind, months, event, action, source, valid_from, least_months) values
  ('ENROLMENT', 24, 'COHORT_ENDED', 'DELETE', 'Vliegwiel: twee jaar om na te kijken hoe plekken zijn verdeeld', '2026-01-01', null);

create function retention_remove_enrolment(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids  uuid[];
  done integer;
begin
  if library is not null then
    return 0;
  end if;
  ids := array(select e.id from enrolment e join cohort c on c.id = e.cohort_id
                where e.state in ('LEFT','DECLINED','LAPSED','NOT_PLACED') and c.ends_on < (before at time zone 'Europe/Amsterdam')::date
                limit most for update of e skip locked);
  delete from cohort_reorder where enrolment_id = any(ids);
  delete from enrolment where id = any(ids);
  done := cardinality(ids);
  delete from cohort_invitation where (cohort_id, person_id) in (select i.cohort_id, i.person_id from cohort_invitation i join cohort c on c.id = i.cohort_id
    where c.ends_on < (before at time zone 'Europe/Amsterdam')::date limit most);
  return done;
end $$;

create function retention_kept_enrolment(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(c.ends_on)::timestamp at time zone 'Europe/Amsterdam', max(c.ends_on)::timestamp at time zone 'Europe/Amsterdam'
    from enrolment e join cohort c on c.id = e.cohort_id where e.person_id = who
$$;
revoke execute on function retention_remove_enrolment(integer, timestamptz, uuid) from public;
