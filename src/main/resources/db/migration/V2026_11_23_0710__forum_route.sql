-- Who knows a theme; whoever follows a tag as its expert is asked and judges its answers
create table tag_expert (
  id        uuid        primary key,
  tag       text        not null check (length(tag) between 1 and 60),
  person_id uuid        not null references person,
  since     timestamptz not null,
  by_id     uuid        not null references person,
  constraint tag_expert_once unique (tag, person_id)
);
create index tag_expert_person on tag_expert (person_id);
comment on column tag_expert.by_id is 'Herself, or the moderator who appointed her';

-- A question that nobody answered yet and where it goes next; gone as soon as somebody else replies
create table topic_route (
  topic_id  uuid        primary key references topic,
  next_step text        check (next_step in ('CIRCLE','EXPERTS','MODERATOR')),
  next_at   timestamptz,
  constraint topic_route_next check ((next_step is null) = (next_at is null))
);
create index topic_route_due on topic_route (next_at) where next_at is not null;

comment on column topic_route.next_step is 'Null when it stands at the moderator, behind whom nobody comes';

create table topic_route_step (
  topic_id uuid        not null references topic,
  step     text        not null check (step in ('CIRCLE','EXPERTS','MODERATOR')),
  at       timestamptz not null,
  told     integer     not null,
  primary key (topic_id, step)
);
comment on table topic_route_step is 'Where a question went; a step is taken once, whoever tries';

create index topic_newest on topic (space_id, created_at desc) where hidden_at is null;
create index topic_route_last on topic_route (topic_id) where next_at is null;
