-- Somebody wants to know something before she applies; the answer helps everybody who sees the request.
create table request_question (
  id           uuid        primary key,
  version      integer     not null default 0,
  request_id   uuid        not null references staff_request,
  asker_id     uuid        not null references person,
  named        boolean     not null,
  question     text        not null check (length(question) between 1 and 1000),
  asked_at     timestamptz not null,
  answer       text        check (length(answer) between 1 and 2000),
  answered_by  uuid        references person,
  answered_at  timestamptz,
  for_her_only boolean     not null default false,
  constraint request_question_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index request_question_request on request_question (request_id, asked_at);
create index request_question_open on request_question (request_id) where answer is null;
create index request_question_asker on request_question (asker_id);
comment on column request_question.named is 'She chose to be named to the library that asks; else it reads her name only once she applies (R10)';
