-- A proposal for all open shifts of one week, with what it was made from and what a person did with it (AI Act, art. 12
-- and 26). Nobody is placed by it: accepting a line asks the employee, and three yeses follow (R1). Kept for a year.
create table plan_proposal (
  id              uuid        primary key,
  organisation_id uuid        not null references organisation,
  region          boolean     not null,
  monday          date        not null check (extract(isodow from monday) = 1),
  state           text        not null check (state in ('RUNNING','READY','STOPPED','FAILED')),
  asked_by        uuid        not null references person,
  asked_at        timestamptz not null,
  based_on        uuid        references plan_proposal,
  rules           text        not null,
  weights         jsonb       not null,
  seed            bigint      not null,
  input_hash      text        check (input_hash ~ '^[0-9a-f]{64}$'),
  people          integer     not null default 0 check (people >= 0),
  seats           integer     not null default 0 check (seats >= 0),
  covered         integer     not null default 0 check (covered between 0 and seats),
  value           bigint      not null default 0 check (value >= 0),
  bound           bigint      not null default 0 check (bound >= value),
  left_out        integer     not null default 0 check (left_out >= 0),
  share           smallint    not null default 0 check (share between 0 and 100),
  stop_asked      boolean     not null default false,
  seen_alive_at   timestamptz not null,
  finished_at     timestamptz,
  handed_at       timestamptz,
  constraint plan_proposal_finished check ((state = 'RUNNING') = (finished_at is null)),
  constraint plan_proposal_handed check (handed_at is null or region and state in ('READY','STOPPED'))
);
create unique index plan_proposal_one_run on plan_proposal (organisation_id, region) where state = 'RUNNING';
create index plan_proposal_organisation on plan_proposal (organisation_id, monday, id desc);
create index plan_proposal_asked_at on plan_proposal (asked_at);
create index plan_proposal_based_on on plan_proposal (based_on);
comment on table plan_proposal is 'Who asked for a plan of a week, by which rules and weights, and how good it is';
comment on column plan_proposal.organisation_id is 'The library that plans; with region the POI';
comment on column plan_proposal.input_hash is 'SHA-256 of the shifts, people and pairs that went in';
comment on column plan_proposal.bound is 'No plan for this input has more points';
comment on column plan_proposal.left_out is 'Pairs of the engine that the exact rules refused';

create table plan_line (
  proposal_id     uuid     not null references plan_proposal on delete cascade,
  seat            integer  not null check (seat >= 0),
  request_id      uuid     not null references staff_request,
  shift_id        uuid     not null,
  organisation_id uuid     not null references organisation,
  person_id       uuid     references person,
  pinned          boolean  not null,
  reasons         jsonb    not null,
  placement_id    uuid     references placement,
  decided_by      uuid     references person,
  decided_at      timestamptz,
  primary key (proposal_id, seat),
  constraint plan_line_decided check ((placement_id is null) = (decided_by is null) and (decided_by is null) = (decided_at is null)
    and (placement_id is null or person_id is not null)),
  constraint plan_line_pinned check (not pinned or person_id is not null)
);
create index plan_line_organisation on plan_line (organisation_id, proposal_id);
comment on table plan_line is 'One seat of a shift: who is proposed, or why nobody is';
comment on column plan_line.placement_id is 'The employee was asked; by whom and when beside it';

create table plan_choice (
  proposal_id uuid not null references plan_proposal on delete cascade,
  shift_id    uuid not null,
  person_id   uuid not null references person,
  kind        text not null check (kind in ('PIN','FORBID')),
  primary key (proposal_id, shift_id, person_id)
);
comment on table plan_choice is 'What the planner had decided before the proposal was made';
