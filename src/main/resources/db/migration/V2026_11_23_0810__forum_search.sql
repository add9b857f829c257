-- Titles by themselves: who looks for a common word gets the topics that are about it, without all that mention it being read.
alter table topic_words add column title_words tsvector not null generated always as (search_words(title)) stored;
create index topic_words_title_words on topic_words using gin (title_words);
-- The long column apart, so that finding reads short rows and only what is ranked reads the long one
alter table topic_words set (toast_tuple_target = 256);

create or replace function topic_words_of(topic uuid) returns tsvector language sql stable as $$
  select setweight(search_words(t.title || ' ' || array_to_string(t.tags, ' ')), 'A')
      || setweight(search_words(f.body), 'B')
      || coalesce((select setweight(search_words(a.body), 'C') from post a where a.id = t.accepted_post_id and a.hidden_at is null), '')
    from topic t join post f on f.topic_id = t.id and f.position = 1 where t.id = topic
$$;
update topic_words set words = topic_words_of(topic_id);
comment on table topic_words is 'What a topic is found by: title and tags (A), question (B), accepted answer (C); Dutch stems and words as written';

-- Replies by their stems, without a copy of their words: what is redacted is gone from here too
create index post_words on post using gin (to_tsvector('dutch', left(body, 20000))) with (gin_pending_list_limit = 512)
  where position > 1 and hidden_at is null;

-- How much a topic counts among what is found: 1, and less where its answer may be out of date.
create function topic_standing(topic uuid) returns real language sql stable as $$ select 1.0::real $$;
