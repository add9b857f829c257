-- What has to be checked or is outdated is found after what holds
create or replace function topic_standing(topic uuid) returns real language sql stable as $$
  select case when t.doubtful_from <= current_date then 0.6 else 1.0 end::real from topic t where t.id = topic
$$;
