-- What the answers to a question come to, and letters that libraries use: topics of their own kind, so that rights, versions,
-- files, search and what they rest on are those of every topic
alter table topic drop constraint topic_kind_check;
alter table topic add constraint topic_kind_check check (kind in ('QUESTION','DISCUSSION','ARTICLE','LETTER'));
alter table topic add column made_of uuid references topic;
alter table topic add column used_by integer not null default 0;
create unique index topic_made_of on topic (made_of) where made_of is not null and hidden_at is null;
create index topic_of_kind on topic (space_id, kind, last_post_at desc, id desc) where hidden_at is null and kind in ('ARTICLE','LETTER');
comment on column topic.made_of is 'The question whose answers an article was made of';
comment on column topic.used_by is 'How many libraries say that they use this letter';

create table topic_credit (
  topic_id  uuid not null references topic,
  person_id uuid not null references person,
  primary key (topic_id, person_id)
);
create index topic_credit_person on topic_credit (person_id);
comment on table topic_credit is 'Whose words went into an article; never who asked namelessly';

create table letter_use (
  topic_id        uuid        not null references topic,
  organisation_id uuid        not null references organisation,
  edition         integer     not null check (edition > 0),
  used_at         timestamptz not null,
  by_id           uuid        not null references person,
  primary key (topic_id, organisation_id)
);
create index letter_use_organisation on letter_use (organisation_id);
create index letter_use_by on letter_use (by_id);
comment on column letter_use.edition is 'Which version of the letter it was: 1 and one more for each change';

create or replace function answer_age(posts uuid[]) returns void language sql as $$
  update answer a set check_from = (
      select min(case when a.verified_at is null or (a.verified_at at time zone 'Europe/Amsterdam')::date <= s.valid_until then s.valid_until + 1
                      else ((a.verified_at at time zone 'Europe/Amsterdam')::date + interval '1 year')::date end)
        from answer_source r join dated_source s on s.id = r.source_id where r.post_id = a.post_id and s.valid_until is not null)
   where a.post_id = any(posts);
  update topic t set doubtful_from = least((a.outdated_at at time zone 'Europe/Amsterdam')::date, a.check_from)
    from answer a where a.post_id = any(posts) and t.accepted_post_id = a.post_id;
  -- Articles and letters stand or fall with their own text
  update topic t set doubtful_from = least((a.outdated_at at time zone 'Europe/Amsterdam')::date, a.check_from)
    from answer a join post p on p.id = a.post_id
   where a.post_id = any(posts) and t.id = p.topic_id and p.position = 1 and t.kind in ('ARTICLE','LETTER');
$$;
