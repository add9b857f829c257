-- R9: off until a library recorded that those who represent its staff consented (art. 27-1-l WOR); ends when revoked.
create table evaluation_consent (
  id              uuid        primary key,
  version         integer     not null default 0,
  organisation_id uuid        not null references organisation,
  body            text        not null check (body in ('WORKS_COUNCIL','STAFF_REPRESENTATION','STAFF_MEETING')),
  consented_on    date        not null,
  document        text        not null check (length(document) between 3 and 200),
  recorded_by     uuid        not null references person,
  recorded_at     timestamptz not null,
  revoked_by      uuid        references person,
  revoked_at      timestamptz,
  constraint evaluation_consent_revoked check (num_nonnulls(revoked_by, revoked_at) in (0, 2))
);
create unique index evaluation_consent_once on evaluation_consent (organisation_id) where revoked_at is null;
create index evaluation_consent_organisation on evaluation_consent (organisation_id, recorded_at);
comment on table evaluation_consent is 'One that holds per library; what was revoked stays readable (R15)';

create function keep_evaluation_consent() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.revoked_at is not null or (new.id, new.organisation_id, new.body, new.consented_on, new.document, new.recorded_by, new.recorded_at)
      is distinct from (old.id, old.organisation_id, old.body, old.consented_on, old.document, old.recorded_by, old.recorded_at) then
    raise exception 'evaluation_consent is only revoked' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger evaluation_consent_kept before update or delete on evaluation_consent for each row execute function keep_evaluation_consent();

-- What somebody wants to learn in a place to learn; of the request, so that everybody reads it before she applies.
create table learning_goal (
  id         uuid     primary key,
  request_id uuid     not null references staff_request on delete cascade,
  number     smallint not null check (number between 1 and 5),
  goal       text     not null check (length(goal) between 3 and 200),
  constraint learning_goal_once unique (request_id, number) deferrable initially deferred
);

-- How a placement went, said by both sides and about the placement, not about the person. No ranking, plan or figure reads it (R9).
create table evaluation (
  placement_id uuid        not null references placement,
  side         text        not null check (side in ('EMPLOYEE','BORROWER')),
  version      integer     not null default 1,
  as_agreed    text        not null check (as_agreed in ('YES','PARTLY','NO')),
  prepared     text        not null check (prepared in ('YES','PARTLY','NO')),
  went_well    text        check (length(went_well) between 1 and 1000),
  better       text        check (length(better) between 1 and 1000),
  written_by   uuid        not null references person,
  written_at   timestamptz not null,
  opened_at    timestamptz,
  reply        text        check (length(reply) between 1 and 1000),
  replied_at   timestamptz,
  primary key (placement_id, side),
  constraint evaluation_replied check ((reply is null) = (replied_at is null) and (reply is null or side = 'BORROWER' and opened_at is not null))
);
create index evaluation_closed on evaluation (written_at) where opened_at is null;
create index evaluation_writer on evaluation (written_by);
comment on column evaluation.opened_at is 'From then on the other side reads it: both had written, or the term was over; nothing changes after it';
comment on column evaluation.reply is 'What the employee adds to what was written by the borrower';

create function keep_evaluation() returns trigger language plpgsql as $$
begin
  if old.opened_at is not null and (new.opened_at, new.as_agreed, new.prepared, new.went_well, new.better, new.written_by, new.written_at)
      is distinct from (old.opened_at, old.as_agreed, old.prepared, old.went_well, old.better, old.written_by, old.written_at)
     or old.reply is not null and new.reply is distinct from old.reply then
    raise exception 'evaluation was read already' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger evaluation_kept before update on evaluation for each row execute function keep_evaluation();

create table evaluation_goal (
  placement_id uuid not null,
  side         text not null,
  goal_id      uuid not null references learning_goal,
  reached      text not null check (reached in ('REACHED','PARTLY','NOT_YET','NOT_TRIED')),
  primary key (placement_id, side, goal_id),
  foreign key (placement_id, side) references evaluation on delete cascade
);

create table evaluation_share (
  placement_id uuid        primary key references placement,
  shared_at    timestamptz not null
);
comment on table evaluation_share is 'The employee lets her own library read what both sides wrote; removed when she takes it back';

-- After a place to learn she talks with her own library about what she brings home.
create table return_talk (
  request_id  uuid        not null references staff_request,
  employee_id uuid        not null references person,
  version     integer     not null default 1,
  planned_on  date        not null,
  held_on     date,
  brought     text        check (length(brought) between 1 and 1000),
  changed_at  timestamptz not null,
  primary key (request_id, employee_id)
);
create index return_talk_employee on return_talk (employee_id);
comment on column return_talk.brought is 'What she brings home, in her own words; nobody else writes in it';

insert into retention_rule (kind, months, event, action, source, valid_from, least_months)
values ('EVALUATION', 12, 'WORK_ENDED', 'DELETE', 'Vliegwiel: zo lang als beide kanten ervan leren', '2026-01-01', 1);

create function retention_remove_evaluation(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
  talks integer;
begin
  ids := array(select p.id from placement p where p.ends_at < before and (library is null or library in (p.lender_id, p.borrower_id))
                 and exists (select from evaluation e where e.placement_id = p.id) limit most for update skip locked);
  delete from evaluation where placement_id = any(ids);
  delete from evaluation_share where placement_id = any(ids);
  delete from return_talk where (request_id, employee_id) in (select t.request_id, t.employee_id from return_talk t
     where t.changed_at < before and (library is null or exists (select from placement p
         where p.request_id = t.request_id and p.employee_id = t.employee_id and library in (p.lender_id, p.borrower_id))) limit greatest(0, most - cardinality(ids)) for update skip locked);
  get diagnostics talks = row_count;
  return cardinality(ids) + talks;
end $$;
revoke execute on function retention_remove_evaluation(integer, timestamptz, uuid) from public;

create function retention_kept_evaluation(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(k.at), max(k.at) from (
    select p.ends_at as at from evaluation e join placement p on p.id = e.placement_id where p.employee_id = who or e.written_by = who
    union all select t.changed_at from return_talk t where t.employee_id = who) k
$$;

do $$
begin
  if exists (select from pg_roles where rolname = 'vliegwiel_app') then
    revoke delete, truncate on evaluation_consent from vliegwiel_app;
    revoke delete, truncate on evaluation from vliegwiel_app;
  end if;
end $$;
