-- What two libraries agree once for all loans between them; each loan is then an annex to it.
create table frame_agreement (
  id            uuid        primary key,
  version       integer     not null default 0,
  number        integer     not null generated always as identity unique,
  one_id        uuid        not null references organisation,
  other_id      uuid        not null references organisation,
  state         text        not null check (state in ('PROPOSED','AGREED','REFUSED')),
  text_version  integer     not null default 1,
  valid_from    date        not null,
  valid_to      date,
  notice_months integer     not null check (notice_months between 0 and 12),
  created_by    uuid        not null references person,
  created_at    timestamptz not null,
  terminated_by uuid        references person,
  terminated_at timestamptz,
  constraint frame_agreement_pair check (one_id < other_id),
  constraint frame_agreement_period check (valid_to is null or valid_to >= valid_from),
  constraint frame_agreement_terminated check (num_nonnulls(terminated_by, terminated_at) in (0, 2) and (terminated_at is null or valid_to is not null)),
  -- One at a time for two libraries; what is proposed holds its place
  constraint frame_agreement_no_overlap exclude using gist (one_id with =, other_id with =, daterange(valid_from, valid_to, '[]') with &&)
    where (state in ('PROPOSED','AGREED'))
);
create index frame_agreement_other on frame_agreement (other_id);
comment on table frame_agreement is 'The pair is kept in the order of ids, so that it is one pair whoever proposes; never removed (R15)';
comment on column frame_agreement.valid_to is 'Last day, included; null for no end. Notice moves it';

create table frame_agreement_text (
  frame_id     uuid        not null references frame_agreement,
  text_version integer     not null,
  content      jsonb       not null,
  made_for     uuid        not null references organisation,
  made_by      uuid        not null references person,
  made_at      timestamptz not null,
  primary key (frame_id, text_version)
);
create trigger frame_agreement_text_append_only before update or delete on frame_agreement_text
  for each row execute function refuse_change();
comment on table frame_agreement_text is 'The text that both libraries say yes to; a change makes a new version and asks both anew';

create table frame_agreement_consent (
  frame_id        uuid        not null,
  text_version    integer     not null,
  organisation_id uuid        not null references organisation,
  decision        text        not null check (decision in ('YES','NO')),
  person_id       uuid        not null references person,
  at              timestamptz not null,
  primary key (frame_id, text_version, organisation_id),
  foreign key (frame_id, text_version) references frame_agreement_text (frame_id, text_version)
);
create trigger frame_agreement_consent_append_only before update or delete on frame_agreement_consent
  for each row execute function refuse_change();
comment on table frame_agreement_consent is 'Who said yes or no for which library, when, to which text';
