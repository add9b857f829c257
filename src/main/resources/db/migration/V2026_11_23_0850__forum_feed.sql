-- The secret under which a reader of feeds fetches what somebody may read in the forum. Only its hash is kept.
create table forum_feed (
  person_id    uuid        primary key references person,
  secret_hash  bytea       not null unique,
  created_at   timestamptz not null,
  last_read_at timestamptz
);
comment on table forum_feed is 'At most one secret per person, for all her spaces and tags; a new one replaces the old one at once';

create or replace function retention_remove_former(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
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
  delete from forum_feed where person_id = any(ids);
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
