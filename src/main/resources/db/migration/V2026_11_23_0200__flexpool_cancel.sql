-- A library may say that it needs nobody any more: then the place goes with the placement. A shift without places left asks nobody.
alter table shift drop constraint shift_headcount_check, add constraint shift_headcount_check check (headcount between 0 and 99);
alter table placement add column place_closed boolean not null default false;
comment on column placement.place_closed is 'The borrower needs nobody in this place any more; it may open the place again, which asks everybody anew';

-- Until when a cancellation is in time. It costs nobody anything; later asks for a second thought.
create table cancel_window (
  organisation_id uuid     primary key references organisation,
  hours           smallint not null check (hours between 0 and 336)
);
comment on table cancel_window is 'Hours before the start that a library wants to know of a cancellation, for requests that say nothing else';
alter table staff_request add column cancel_window_hours smallint check (cancel_window_hours between 0 and 336);
comment on column staff_request.cancel_window_hours is 'Hours before the start; null for what the library usually wants. Fixed once somebody is placed';

-- R8, R14, R15: what each party says about who came. Closed words only; an undo is a new line.
create table attendance_step (
  id           uuid        primary key,
  placement_id uuid        not null references placement,
  step         text        not null check (step in ('NO_SHOW','VIEW','UNDONE')),
  party        text        not null check (party in ('EMPLOYEE','LENDER','BORROWER')),
  view         text,
  person_id    uuid        not null references person,
  at           timestamptz not null,
  constraint attendance_step_view check ((step = 'UNDONE') = (view is null))
);
create index attendance_step_placement on attendance_step (placement_id, at);
create trigger attendance_step_append_only before update or delete on attendance_step
  for each row execute function refuse_change();
comment on table attendance_step is 'Who said that somebody did not come, what the others say of it, and who took it back; never an input of the ranking (R9)';
