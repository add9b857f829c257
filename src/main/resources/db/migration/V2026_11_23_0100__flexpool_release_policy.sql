-- What a library agreed with itself about lending: how much, when not, how fast it answers, and to whom it says yes beforehand.
create table release_policy (
  organisation_id  uuid        primary key references organisation,
  version          integer     not null default 0,
  minutes_per_week integer     check (minutes_per_week between 0 and 600000),
  reaction_hours   integer     check (reaction_hours between 1 and 80),
  changed_at       timestamptz not null
);
comment on table release_policy is 'No row: nothing agreed, each release is looked at by itself';
comment on column release_policy.minutes_per_week is 'Net minutes that all its people together are released in a week from Monday; null for no budget';
comment on column release_policy.reaction_hours is 'Working hours within which an answer is promised; null: nobody is reminded';

create table release_blackout (
  id              uuid primary key,
  organisation_id uuid not null references release_policy,
  starts_on       date not null,
  ends_on         date not null,
  reason          text not null check (reason in ('HOLIDAYS','BUSY','EVENT','MOVING','TRAINING','OTHER')),
  constraint release_blackout_period check (ends_on >= starts_on and ends_on <= starts_on + 366),
  constraint release_blackout_no_overlap exclude using gist (organisation_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
comment on table release_blackout is 'Days, the last one included, on which a library would rather not lend; reasons are of the library, never of a person (R8)';

create table standing_release (
  id                uuid        primary key,
  version           integer     not null default 0,
  organisation_id   uuid        not null references release_policy,
  borrower_id       uuid        references organisation,
  region_id         uuid        references organisation,
  employee_id       uuid        references person,
  minutes_per_week  integer     not null check (minutes_per_week between 15 and 600000),
  max_shift_minutes integer     not null check (max_shift_minutes between 15 and 720),
  valid_from        date        not null,
  valid_to          date        not null,
  clause_version    text        not null,
  given_by          uuid        not null references person,
  given_at          timestamptz not null,
  revoked_by        uuid        references person,
  revoked_at        timestamptz,
  constraint standing_release_to_one check (num_nonnulls(borrower_id, region_id) = 1 and borrower_id <> organisation_id),
  constraint standing_release_period check (valid_to >= valid_from and valid_to <= valid_from + 366),
  constraint standing_release_revoked check (num_nonnulls(revoked_by, revoked_at) in (0, 2))
);
create index standing_release_lender on standing_release (organisation_id) where revoked_at is null;
comment on table standing_release is 'A yes of the lender given beforehand by a person (R1); ends by its last day or at once when revoked, never removed (R15)';

create function keep_standing_release() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'standing_release is never deleted' using errcode = '42501';
  end if;
  if old.revoked_at is not null or (new.id, new.organisation_id, new.minutes_per_week, new.max_shift_minutes, new.valid_from, new.valid_to, new.clause_version,
      new.given_by, new.given_at) is distinct from (old.id, old.organisation_id, old.minutes_per_week, old.max_shift_minutes, old.valid_from, old.valid_to,
      old.clause_version, old.given_by, old.given_at) or (new.borrower_id, new.region_id, new.employee_id) is distinct from (old.borrower_id, old.region_id, old.employee_id) then
    raise exception 'standing_release is only revoked' using errcode = '23514', constraint = 'standing_release_kept';
  end if;
  return new;
end $$;
create trigger standing_release_kept before update or delete on standing_release for each row execute function keep_standing_release();

-- A library that switches this on says its own yes beforehand to one favourite.
alter table favourite
  add column instant_by uuid references person,
  add column instant_at timestamptz,
  add constraint favourite_instant check (num_nonnulls(instant_by, instant_at) in (0, 2));

alter table placement_consent
  add column standing_release_id uuid references standing_release,
  add column favourite_id        uuid references favourite,
  add column given_at            timestamptz,
  add constraint placement_consent_beforehand check (num_nonnulls(standing_release_id, favourite_id) <= 1
    and (standing_release_id is null or party = 'LENDER') and (favourite_id is null or party = 'BORROWER')
    and (given_at is not null) = (num_nonnulls(standing_release_id, favourite_id) = 1));
create index placement_consent_standing on placement_consent (standing_release_id) where standing_release_id is not null;
comment on column placement_consent.given_at is 'When the person said this yes beforehand; at is the moment it came to hold for this placement';

-- What happens when a release is not answered in time; never a decision. One row per placement, question and step.
create table release_escalation (
  placement_id uuid        not null references placement,
  asked_at     timestamptz not null,
  step         text        not null check (step in ('DEPUTY','REGION')),
  due_at       timestamptz not null,
  done_at      timestamptz,
  primary key (placement_id, asked_at, step)
);
create index release_escalation_due on release_escalation (due_at) where done_at is null;
comment on table release_escalation is 'A lender that is asked anew has a new asked_at; done_at is set by the one node that told it';
