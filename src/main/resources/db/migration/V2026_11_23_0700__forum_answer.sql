-- What answers rest on: laws, agreements and figures that hold for a time
create table dated_source (
  id          uuid        primary key,
  version     integer     not null default 0,
  name        text        not null check (length(trim(name)) between 3 and 150),
  link        text        not null check (link ~ '^https?://[^\s]+$' and length(link) <= 500),
  valid_from  date        not null,
  valid_until date,
  changed_at  timestamptz not null default now(),
  constraint dated_source_period check (valid_until is null or valid_until >= valid_from)
);
create unique index dated_source_name on dated_source (lower(name));
comment on column dated_source.valid_until is 'Last day on which it holds; null as long as no end is known';

create table answer (
  post_id         uuid        primary key references post,
  author_id       uuid        not null references person,
  summary         text        check (length(trim(summary)) between 1 and 1000),
  summary_by      uuid        references person,
  verified_at     timestamptz,
  verified_by     uuid        references person,
  outdated_at     timestamptz,
  outdated_by     uuid        references person,
  outdated_reason text        check (length(outdated_reason) between 1 and 500),
  check_from      date,
  constraint answer_outdated_says_why check ((outdated_at is null) = (outdated_reason is null))
);
create index answer_author_check on answer (author_id, check_from) where check_from is not null and outdated_at is null;
create index answer_check on answer (check_from) where check_from is not null and outdated_at is null;
comment on table answer is 'What is known of an answer beside its words: what it rests on, its short form, and whether it still holds';
comment on column answer.author_id is 'As in post, so that her inbox is asked by one index';
comment on column answer.check_from is 'From this day on somebody has to look whether it still holds; null for never';

create table answer_source (
  post_id   uuid not null references answer,
  source_id uuid not null references dated_source,
  primary key (post_id, source_id)
);
create index answer_source_source on answer_source (source_id);

alter table topic add column doubtful_from date;
comment on column topic.doubtful_from is 'From this day on its accepted answer has to be checked or is outdated, and is found after others; null for never';

-- A source that ended makes an answer due the day after. Who verified it later than that is asked again a year on, because
-- nothing else would remind anybody: the source has no end any more.
create function answer_age(posts uuid[]) returns void language sql as $$
  update answer a set check_from = (
      select min(case when a.verified_at is null or (a.verified_at at time zone 'Europe/Amsterdam')::date <= s.valid_until then s.valid_until + 1
                      else ((a.verified_at at time zone 'Europe/Amsterdam')::date + interval '1 year')::date end)
        from answer_source r join dated_source s on s.id = r.source_id where r.post_id = a.post_id and s.valid_until is not null)
   where a.post_id = any(posts);
  update topic t set doubtful_from = least((a.outdated_at at time zone 'Europe/Amsterdam')::date, a.check_from)
    from answer a where a.post_id = any(posts) and t.accepted_post_id = a.post_id;
$$;

-- Of what the sector itself names; the moderators keep them up to date
insert into dated_source (id, name, link, valid_from, valid_until) values
  ('01993000-0000-7000-8000-000000000101', 'CAO Openbare Bibliotheken 2024–2026', 'https://zoek.officielebekendmakingen.nl/stcrt-2025-5583.html', '2024-04-01', '2026-03-31'),
  ('01993000-0000-7000-8000-000000000102', 'Arbeidstijdenwet', 'https://wetten.overheid.nl/BWBR0007671', '1996-01-01', null),
  ('01993000-0000-7000-8000-000000000103', 'Waadi (Wet allocatie arbeidskrachten door intermediairs)', 'https://wetten.overheid.nl/BWBR0009616', '1998-07-01', null),
  ('01993000-0000-7000-8000-000000000104', 'AVG en Uitvoeringswet AVG', 'https://wetten.overheid.nl/BWBR0040940', '2018-05-25', null),
  ('01993000-0000-7000-8000-000000000105', 'Wsob (Wet stelsel openbare bibliotheekvoorzieningen)', 'https://wetten.overheid.nl/BWBR0035878', '2015-01-01', null);
