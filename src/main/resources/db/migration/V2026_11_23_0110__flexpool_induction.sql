-- Induction of a branch (7:658 BW): where to report, who helps, what holds there, and how to work safely. Written once per version.
create table induction_sheet (
  branch_id    uuid        not null references branch,
  version      integer     not null check (version >= 1),
  report_to    text        not null check (length(report_to) between 1 and 500),
  contact      text        not null check (length(contact) between 1 and 500),
  keys_ict     text        check (length(keys_ict) <= 2000),
  house_rules  text        check (length(house_rules) <= 4000),
  safety       text        not null check (length(safety) between 1 and 4000),
  published_by uuid        not null references person,
  published_at timestamptz not null,
  primary key (branch_id, version)
);
create trigger induction_sheet_append_only before update or delete on induction_sheet
  for each row execute function refuse_change();
comment on table induction_sheet is 'The highest version holds; what people accepted stays readable (R15)';

create table induction_acceptance (
  person_id   uuid        not null references person,
  branch_id   uuid        not null,
  version     integer     not null,
  accepted_at timestamptz not null,
  primary key (person_id, branch_id, version),
  foreign key (branch_id, version) references induction_sheet (branch_id, version)
);
create index induction_acceptance_branch on induction_acceptance (branch_id, version);
create trigger induction_acceptance_append_only before update or delete on induction_acceptance
  for each row execute function refuse_change();
comment on table induction_acceptance is 'Who accepted which safety instruction, and when; another version asks anew';

create table induction_reminder (
  placement_id uuid        not null references placement,
  version      integer     not null,
  told_at      timestamptz not null,
  primary key (placement_id, version)
);
comment on table induction_reminder is 'One reminder per placement and version of the sheet, whichever node sends it';
