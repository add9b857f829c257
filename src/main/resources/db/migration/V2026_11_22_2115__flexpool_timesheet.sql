-- R12: the employee submits, the borrower confirms, the lender approves, then it is locked; a correction is a new entry.
alter table placement add constraint placement_of_employee unique (id, employee_id);

create table timesheet (
  placement_id   uuid        primary key,
  version        integer     not null,
  employee_id    uuid        not null,
  state          text        not null check (state in ('ENTERED','SUBMITTED','CONFIRMED','APPROVED','REJECTED')),
  entry          integer     not null check (entry >= 1),
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  during         tstzrange   not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  break_minutes  integer     not null,
  travel_minutes integer     not null,
  approved_entry integer,
  changed_at     timestamptz not null,
  foreign key (placement_id, employee_id) references placement (id, employee_id),
  constraint timesheet_period check (ends_at > starts_at and extract(epoch from ends_at - starts_at) <= 86400),
  constraint timesheet_break check (break_minutes >= 0 and break_minutes * 60 < extract(epoch from ends_at - starts_at)),
  constraint timesheet_travel check (travel_minutes between 0 and 1440),
  constraint timesheet_approved check (state <> 'APPROVED' or approved_entry = entry),
  -- Nobody works at two places at once
  constraint timesheet_no_overlap exclude using gist (employee_id with =, during with &&)
);
create index timesheet_state on timesheet (state) where state in ('SUBMITTED','CONFIRMED');
create index timesheet_employee on timesheet (employee_id, starts_at);
comment on table timesheet is 'Hours that hold now for a placement; what was said before stays in timesheet_entry';

create table timesheet_entry (
  placement_id   uuid        not null references timesheet,
  number         integer     not null check (number >= 1),
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  break_minutes  integer     not null,
  travel_minutes integer     not null,
  reason         text        check (length(reason) <= 500),
  entered_by     uuid        not null references person,
  entered_at     timestamptz not null,
  primary key (placement_id, number)
);
create trigger timesheet_entry_append_only before update or delete on timesheet_entry
  for each row execute function refuse_change();
comment on table timesheet_entry is 'Every set of hours that was entered; a later number replaces an earlier one and leaves it readable (R15)';

create table timesheet_step (
  id           uuid        primary key,
  placement_id uuid        not null,
  entry        integer     not null,
  step         text        not null check (step in ('SUBMITTED','CONFIRMED','APPROVED','REJECTED')),
  person_id    uuid        not null references person,
  at           timestamptz not null,
  reason       text        check (length(reason) <= 500),
  foreign key (placement_id, entry) references timesheet_entry (placement_id, number)
);
create index timesheet_step_placement on timesheet_step (placement_id, at);
create trigger timesheet_step_append_only before update or delete on timesheet_step
  for each row execute function refuse_change();
comment on table timesheet_step is 'Who submitted, confirmed, approved or sent back which entry, and when';

-- What is approved is locked: only a new entry opens it again, and nothing is ever removed.
create function keep_timesheet() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'timesheet is never deleted' using errcode = '42501';
  end if;
  if old.state = 'APPROVED' and new.entry <> old.entry + 1 then
    raise exception 'timesheet is locked' using errcode = '23514', constraint = 'timesheet_locked';
  end if;
  return new;
end $$;
create trigger timesheet_kept before update or delete on timesheet for each row execute function keep_timesheet();

create table week_complete (
  employee_id  uuid        not null references person,
  week_start   date        not null check (extract(isodow from week_start) = 1),
  completed_by uuid        not null references person,
  completed_at timestamptz not null,
  primary key (employee_id, week_start, completed_at)
);
create trigger week_complete_append_only before update or delete on week_complete
  for each row execute function refuse_change();
comment on table week_complete is 'An employee says that all her hours of a week are there';
