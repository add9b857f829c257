-- What is learned, and the groups (lichtingen) that learn it together.
create table learning_programme (
  id             uuid        primary key,
  version        integer     not null default 0,
  organiser_id   uuid        not null references organisation,
  title          text        not null check (length(trim(title)) between 3 and 120),
  goals          text        not null check (length(trim(goals)) between 10 and 4000),
  skill_id       integer     references skill,
  skill_level    smallint    check (skill_level between 1 and 4),
  min_attendance smallint    not null default 80 check (min_attendance between 0 and 100),
  created_by     uuid        not null references person,
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  constraint learning_programme_skill check ((skill_id is null) = (skill_level is null))
);
create index learning_programme_title on learning_programme (lower(title), id);
comment on column learning_programme.min_attendance is 'Percentage of the sessions that somebody was at, asked for a certificate';
comment on column learning_programme.skill_id is 'What a certificate shows that somebody can, on skill_level';

create table cohort (
  id               uuid        primary key,
  version          integer     not null default 0,
  programme_id     uuid        not null references learning_programme,
  title            text        not null check (length(trim(title)) between 3 and 120),
  state            text        not null check (state in ('DRAFT','OPEN','FULL','RUNNING','FINISHED','ALUMNI')),
  starts_on        date        not null,
  ends_on          date        not null,
  enrol_from       timestamptz not null,
  enrol_until      timestamptz not null,
  capacity         integer     not null check (capacity between 1 and 1000),
  seats_taken      integer     not null default 0,
  enrolled         integer     not null default 0,
  waiting          integer     not null default 0,
  lines            integer     not null default 0,
  spread           text        not null check (spread in ('NONE','PROVINCE','LIBRARY','LIBRARY_SIZE')),
  spread_most      integer     check (spread_most between 1 and 1000),
  language         text        not null check (language in ('nl','en')),
  place            text        not null default '' check (length(place) <= 200),
  link             text        not null default '' check (length(link) <= 500),
  cost_cents       integer     not null default 0 check (cost_cents between 0 and 10000000),
  employer_decides boolean     not null,
  claim_hours      integer     not null default 48 check (claim_hours between 1 and 336),
  offers_at_once   integer     not null default 5 check (offers_at_once between 1 and 100),
  previous_id      uuid        references cohort,
  created_by       uuid        not null references person,
  created_at       timestamptz not null,
  changed_at       timestamptz not null,
  constraint cohort_period check (ends_on >= starts_on),
  constraint cohort_window check (enrol_until > enrol_from),
  constraint cohort_spread check ((spread = 'NONE') = (spread_most is null)),
  -- R17: never more people than places, whatever the application thinks
  constraint cohort_capacity check (seats_taken between 0 and capacity)
);
create index cohort_listed on cohort (starts_on desc, id);
create index cohort_programme on cohort (programme_id);
create index cohort_by_clock on cohort (starts_on) where state in ('OPEN','FULL');
create index cohort_ends on cohort (ends_on) where state = 'RUNNING';
comment on column cohort.seats_taken is 'Places that somebody has or is offered; kept by a trigger, as are enrolled and waiting';
comment on column cohort.lines is 'Number of the last who came; the next is one more';

create table cohort_facilitator (
  cohort_id uuid not null references cohort,
  person_id uuid not null references person,
  primary key (cohort_id, person_id)
);
create index cohort_facilitator_person on cohort_facilitator (person_id);

create table enrolment (
  id              uuid        primary key,
  version         integer     not null default 0,
  cohort_id       uuid        not null references cohort,
  person_id       uuid        not null references person,
  organisation_id uuid        not null references organisation,
  state           text        not null check (state in ('WAITING','OFFERED','WAITING_FOR_EMPLOYER','ENROLLED','LEFT','DECLINED','LAPSED','NOT_PLACED')),
  line            integer     not null,
  spread_group    text        not null default '',
  enrolled_at     timestamptz not null,
  changed_at      timestamptz not null,
  until           timestamptz,
  decided_by      uuid        references person,
  reason          text        check (length(reason) <= 500),
  -- Two who change places do so in one transaction
  constraint enrolment_line unique (cohort_id, line) deferrable initially deferred,
  constraint enrolment_until check ((state in ('OFFERED','WAITING_FOR_EMPLOYER')) = (until is not null))
);
create unique index enrolment_once on enrolment (cohort_id, person_id) where state in ('WAITING','OFFERED','WAITING_FOR_EMPLOYER','ENROLLED');
create index enrolment_person on enrolment (person_id);
create index enrolment_decides on enrolment (organisation_id) where state = 'WAITING_FOR_EMPLOYER';
create index enrolment_until_due on enrolment (until) where until is not null;
comment on table enrolment is 'Somebody who wants to take part; never deleted, but changes state (R15, R17)';
comment on column enrolment.line is 'Order of arrival, or where a facilitator put her with a reason';

create function count_seats() returns trigger language plpgsql as $$
declare
  before text := case when tg_op = 'INSERT' then '' else old.state end;
begin
  if before is distinct from new.state then
    update cohort set
      seats_taken = seats_taken + (new.state in ('OFFERED','WAITING_FOR_EMPLOYER','ENROLLED'))::int - (before in ('OFFERED','WAITING_FOR_EMPLOYER','ENROLLED'))::int,
      enrolled = enrolled + (new.state = 'ENROLLED')::int - (before = 'ENROLLED')::int,
      waiting = waiting + (new.state = 'WAITING')::int - (before = 'WAITING')::int
     where id = new.cohort_id;
  end if;
  return null;
end $$;
create trigger enrolment_seats after insert or update of state on enrolment for each row execute function count_seats();

create table cohort_reorder (
  id           uuid        primary key,
  cohort_id    uuid        not null references cohort,
  enrolment_id uuid        not null references enrolment,
  from_place   integer     not null,
  to_place     integer     not null,
  reason       text        not null check (length(trim(reason)) between 3 and 500),
  by_id        uuid        not null references person,
  at           timestamptz not null
);
create index cohort_reorder_cohort on cohort_reorder (cohort_id, at);
create trigger cohort_reorder_append_only before update on cohort_reorder for each row execute function refuse_change();
comment on table cohort_reorder is 'Who was put elsewhere in the line, by whom and why';

create table cohort_invitation (
  cohort_id uuid        not null references cohort,
  person_id uuid        not null references person,
  by_id     uuid        not null references person,
  at        timestamptz not null,
  primary key (cohort_id, person_id)
);
create index cohort_invitation_person on cohort_invitation (person_id);

create table cohort_reading (
  id        uuid        primary key,
  cohort_id uuid        not null references cohort,
  person_id uuid        not null references person,
  reason    text        not null check (length(trim(reason)) between 10 and 500),
  at        timestamptz not null,
  ends_at   timestamptz not null
);
create index cohort_reading_cohort on cohort_reading (cohort_id, at);
create index cohort_reading_person on cohort_reading (person_id, ends_at);
create trigger cohort_reading_append_only before update on cohort_reading for each row execute function refuse_change();
comment on table cohort_reading is 'R16: an administrator read what a cohort says among itself, why, and until when she may';
