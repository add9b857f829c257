-- Whoever is gone is forgotten by each feature in its own way: functions retention_forget_<feature>(people), found by name.
create function retention_forget_forum(people uuid[]) returns void language plpgsql as $$
declare
  own text;
begin
  delete from forum_draft where person_id = any(people);
  delete from topic_reader where person_id = any(people);
  -- Tables of later migrations
  foreach own in array array['tag_expert', 'forum_feed'] loop
    if to_regclass(own) is not null then
      execute format('delete from %I where person_id = any($1)', own) using people;
    end if;
  end loop;
end $$;
revoke execute on function retention_forget_forum(uuid[]) from public;

create or replace function retention_remove_former(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  own regproc;
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
  for own in select p.oid from pg_proc p where p.proname like 'retention\_forget\_%' and p.pronamespace = 'public'::regnamespace loop
    execute format('select %s($1)', own) using ids;
  end loop;
  update person set given_name = 'Voormalige', family_name = 'medewerker', email = 'weg-' || id || '@weg.invalid', subject = null, invited_at = null,
         linked_at = null, version = version + 1 where id = any(ids);
  return cardinality(ids);
end $$;
