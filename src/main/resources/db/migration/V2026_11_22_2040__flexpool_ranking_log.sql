-- Which ranking was shown to whom: so that it can be looked into afterwards (AI Act, art. 12 and 26). Kept for a year.
create table ranking_log (
  id              bigint      generated always as identity primary key,
  at              timestamptz not null,
  request_id      uuid        not null references staff_request,
  shift_id        uuid        not null,
  organisation_id uuid        not null,
  person_id       uuid        not null,
  rules           text        not null,
  weights         jsonb       not null,
  further         boolean     not null,
  people          uuid[]      not null,
  scores          smallint[]  not null
);
create index ranking_log_request on ranking_log (request_id, id);
create index ranking_log_at on ranking_log (at);
comment on table ranking_log is 'Every ranking that was shown; removed after a year';
comment on column ranking_log.organisation_id is 'The library that asks';
comment on column ranking_log.person_id is 'Who looked';
comment on column ranking_log.further is 'The cards come after others that were shown before';
comment on column ranking_log.people is 'With scores, one element per card in the order shown; the caller saw names only where R10 opened them';
