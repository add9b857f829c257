create table topic (
  id               uuid        primary key,
  version          integer     not null default 0,
  space_id         uuid        not null references space,
  kind             text        not null check (kind in ('QUESTION','DISCUSSION')),
  title            text        not null check (length(title) between 3 and 300),
  tags             text[]      not null default '{}' check (cardinality(tags) <= 5),
  author_id        uuid        not null references person,
  anonymous        boolean     not null default false,
  created_at       timestamptz not null,
  last_post_at     timestamptz not null,
  last_position    integer     not null default 1,
  post_count       integer     not null default 1,
  likes            integer     not null default 0,
  accepted_post_id uuid,
  closed_at        timestamptz,
  closed_by        uuid        references person,
  hidden_at        timestamptz
);
create index topic_latest on topic (space_id, last_post_at desc, id desc) where hidden_at is null;
create index topic_unanswered on topic (space_id, last_post_at desc, id desc) where hidden_at is null and post_count <= 1 and kind = 'QUESTION' and closed_at is null;
create index topic_top on topic (space_id, likes desc, last_post_at desc, id desc) where hidden_at is null;
create index topic_tags on topic using gin (tags) where hidden_at is null;
create index topic_author on topic (author_id, created_at desc);
comment on column topic.anonymous is 'Nobody but moderators of the space reads who asked, here and in her later posts under it';
comment on column topic.post_count is 'Posts that are not hidden, the first one among them';

create table post (
  id            uuid        primary key,
  version       integer     not null default 0,
  topic_id      uuid        not null references topic,
  position      integer     not null check (position > 0),
  author_id     uuid        not null references person,
  body          text        not null,
  html          text        not null,
  created_at    timestamptz not null,
  edited_at     timestamptz,
  edited_by     uuid        references person,
  likes         integer     not null default 0,
  hidden_at     timestamptz,
  hidden_by     uuid        references person,
  hidden_reason text        check (length(hidden_reason) between 1 and 500),
  constraint post_position unique (topic_id, position)
);
create index post_author on post (author_id, created_at desc);
comment on column post.html is 'Made of the body when it was written, safe to show';
alter table topic add constraint topic_accepted_post foreign key (accepted_post_id) references post deferrable initially deferred;

create table post_revision (
  post_id    uuid        not null references post,
  version    integer     not null,
  title      text,
  body       text        not null,
  replaced_at timestamptz not null,
  replaced_by uuid       not null references person,
  primary key (post_id, version)
);
comment on table post_revision is 'What a post said before each change';

create table post_like (
  post_id   uuid        not null references post,
  person_id uuid        not null references person,
  at        timestamptz not null,
  primary key (post_id, person_id)
);
create index post_like_person on post_like (person_id);

create table post_flag (
  id         uuid        primary key,
  post_id    uuid        not null references post,
  person_id  uuid        not null references person,
  reason     text        not null check (length(reason) between 1 and 500),
  flagged_at timestamptz not null,
  handled_at timestamptz,
  handled_by uuid        references person,
  outcome    text        check (outcome in ('HIDDEN','KEPT')),
  constraint post_flag_handled check ((handled_at is null) = (outcome is null))
);
create unique index post_flag_once on post_flag (post_id, person_id) where handled_at is null;
create index post_flag_open on post_flag (flagged_at) where handled_at is null;
create index post_flag_person on post_flag (person_id);

create table topic_reader (
  topic_id  uuid        not null references topic,
  person_id uuid        not null references person,
  last_read integer     not null default 0,
  state     text        check (state in ('WATCHING','MUTED')),
  told_at   timestamptz,
  primary key (topic_id, person_id)
);
create index topic_reader_watching on topic_reader (topic_id) where state = 'WATCHING';
create index topic_reader_person on topic_reader (person_id);
comment on column topic_reader.last_read is 'Position of the last post that was shown to her, on whatever device';
comment on column topic_reader.told_at is 'When a message went out about new posts; none follows until she has read them';

create table forum_draft (
  person_id uuid        not null references person,
  place     text        not null check (length(place) between 1 and 100),
  title     text        not null default '',
  body      text        not null default '',
  tags      text        not null default '',
  saved_at  timestamptz not null,
  primary key (person_id, place)
);

-- Apart from topic, since each reply changes that row and an index of words is dear to change
create table topic_words (
  topic_id uuid     primary key references topic,
  space_id uuid     not null references space,
  title    text     not null,
  words    tsvector not null
);
create index topic_words_words on topic_words using gin (words);
create index topic_words_title on topic_words using gin (title gin_trgm_ops);
comment on table topic_words is 'What a topic is found by: title and tags (A), question (B), accepted answer (C); Dutch';

create function topic_words_of(topic uuid) returns tsvector language sql stable as $$
  select setweight(to_tsvector('dutch', t.title || ' ' || array_to_string(t.tags, ' ')), 'A')
      || setweight(to_tsvector('dutch', left(f.body, 20000)), 'B')
      || coalesce((select setweight(to_tsvector('dutch', left(a.body, 20000)), 'C') from post a where a.id = t.accepted_post_id and a.hidden_at is null), '')
    from topic t join post f on f.topic_id = t.id and f.position = 1 where t.id = topic
$$;
