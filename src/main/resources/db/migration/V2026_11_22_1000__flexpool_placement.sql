create table placement (
  id                 uuid    primary key,
  version            integer not null default 0,
  request_id         uuid    not null references staff_request,
  shift_id           uuid    not null references shift,
  employee_id        uuid    not null references person,
  lender_id          uuid    not null references organisation,
  borrower_id        uuid    not null references organisation,
  starts_at          timestamptz not null,
  ends_at            timestamptz not null,
  during             tstzrange   not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  break_minutes      smallint not null default 0,
  state              text    not null check (state in ('APPLIED','PROPOSED','STANDBY','CONFIRMED','RUNNING',
                       'HOURS_CLOSED','SETTLED','DECLINED','WITHDRAWN','CANCELLED','NO_SHOW')),
  text_version       integer not null default 1,
  waadi_ground       text    not null,
  waadi_checked_on   date,
  vat_ground         text    not null,
  end_reason         text,
  created_by         uuid    not null references person,
  created_at         timestamptz not null,
  constraint placement_period check (ends_at > starts_at),
  -- D4: double booking is decided here, after a lock on the person's row
  constraint placement_no_overlap exclude using gist (employee_id with =, during with &&)
    where (state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED'))
);
create unique index placement_once on placement (shift_id, employee_id)
  where (state in ('APPLIED','PROPOSED','STANDBY','CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED'));
create index placement_employee on placement (employee_id, starts_at);
create index placement_shift on placement (shift_id);
create index placement_lender on placement (lender_id, state);
create index placement_borrower on placement (borrower_id, state);
comment on table placement is 'Loan of one employee from one library to another for one shift; never deleted (R15)';

create table placement_consent (
  id           uuid        primary key,
  placement_id uuid        not null references placement,
  party        text        not null check (party in ('EMPLOYEE','LENDER','BORROWER')),
  decision     text        not null check (decision in ('YES','NO')),
  person_id    uuid        not null references person,
  at           timestamptz not null,
  text_version integer     not null,
  reason       text,
  unique (placement_id, party, text_version)
);
create trigger placement_consent_append_only before update or delete on placement_consent
  for each row execute function refuse_change();
comment on table placement_consent is 'R1: each yes or no with who, when and which text; a new text asks anew';

create table agreement (
  placement_id   uuid    not null references placement,
  text_version   integer not null,
  clause_version text    not null,
  content        jsonb   not null,
  created_at     timestamptz not null,
  primary key (placement_id, text_version)
);
create trigger agreement_append_only before update or delete on agreement
  for each row execute function refuse_change();
comment on table agreement is 'The text that the three parties say yes to; a change makes a new version';

-- R5, R6: limits are dated rows with their source.
create table working_time_limit (
  id         integer generated always as identity primary key,
  rule       text    not null,
  figure     integer not null,
  unit       text    not null,
  severity   text    not null check (severity in ('HARD','SOFT')),
  source     text    not null,
  valid_from date    not null,
  valid_to   date,
  constraint working_time_limit_period check (valid_to is null or valid_to > valid_from),
  constraint working_time_limit_once exclude using gist (rule with =, daterange(valid_from, valid_to, '[)') with &&)
);

create table rate (
  id              integer generated always as identity primary key,
  organisation_id uuid    references organisation,
  kind            text    not null check (kind in ('COST_PRICE_HOUR','TRAVEL_KM','VAT_STANDARD')),
  figure          integer not null check (figure >= 0),
  unit            text    not null check (unit in ('CENT_PER_HOUR','TENTH_CENT_PER_KM','PER_MILLE')),
  source          text    not null,
  demo            boolean not null default false,
  valid_from      date    not null,
  valid_to        date,
  constraint rate_period check (valid_to is null or valid_to > valid_from)
);
create index rate_organisation on rate (organisation_id, kind, valid_from);
comment on table rate is 'Dated rates; without one for a library there is no amount, never an invented one';

create table match_weights (
  organisation_id uuid    primary key references organisation,
  version         integer not null default 0,
  skill_fit       smallint not null check (skill_fit between 0 and 100),
  travel          smallint not null check (travel between 0 and 100),
  hours_balance   smallint not null check (hours_balance between 0 and 100),
  fair_spread     smallint not null check (fair_spread between 0 and 100),
  knows_place     smallint not null check (knows_place between 0 and 100)
);
comment on table match_weights is 'How a library weighs the named parts of the ranking; never age, sex or health';
