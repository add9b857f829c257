create table post_mention (
  post_id   uuid        not null references post,
  person_id uuid        not null references person,
  told_at   timestamptz not null,
  primary key (post_id, person_id)
);
create index post_mention_person on post_mention (person_id);
comment on table post_mention is 'Who was told that a post names her; once, also when it is changed';

-- People are looked up by how their name begins while somebody types it
create index person_name on person (lower(given_name || ' ' || family_name) text_pattern_ops);
create index person_family_name on person (lower(family_name) text_pattern_ops);
