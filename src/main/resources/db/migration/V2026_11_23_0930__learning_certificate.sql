-- What somebody learned, with a code by which anybody can check it, and the skill that it shows.
create table certificate (
  id            uuid        primary key,
  cohort_id     uuid        not null references cohort,
  person_id     uuid        not null references person,
  code          text        not null unique check (code ~ '^[A-HJ-NP-Z2-9]{16}$'),
  name          text        not null,
  programme     text        not null,
  skill_id      uuid,
  skill_level   smallint,
  awarded_at    timestamptz not null,
  awarded_by    uuid        not null references person,
  revoked_at    timestamptz,
  revoked_by    uuid        references person,
  revoke_reason text        check (length(trim(revoke_reason)) between 3 and 500),
  constraint certificate_revoked check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_reason is null))
);
create unique index certificate_once on certificate (cohort_id, person_id) where revoked_at is null;
create index certificate_person on certificate (person_id);
comment on column certificate.name is 'As it was when it was given, like programme; skill_id is the public id';

-- A certificate is given once and only ever revoked (R15)
create function keep_certificate() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null or (new.id, new.cohort_id, new.person_id, new.code, new.name, new.programme, new.skill_id, new.skill_level, new.awarded_at, new.awarded_by)
       is distinct from (old.id, old.cohort_id, old.person_id, old.code, old.name, old.programme, old.skill_id, old.skill_level, old.awarded_at, old.awarded_by) then
    raise exception 'certificate is only revoked' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger certificate_kept before update on certificate for each row execute function keep_certificate();

-- What shows a skill beside the person's own words, and what she said before it.
create table skill_proof (
  source_id       uuid        primary key,
  person_id       uuid        not null references person,
  skill_id        integer     not null references skill,
  level           smallint    not null check (level between 1 and 4),
  evidence        text        not null,
  before_level    smallint,
  before_evidence text,
  at              timestamptz not null
);
create index skill_proof_person on skill_proof (person_id, skill_id);
comment on table skill_proof is 'source_id is the certificate; before_level is null where she did not have the skill';

insert into retention_rule (kind, months, event, action, source, valid_from, least_months) values
  ('CERTIFICATE', 84, 'AWARDED', 'DELETE', 'Vliegwiel: zeven jaar, zodat een ander haar kan nakijken', '2026-01-01', null);

create function retention_remove_certificate(most integer, before timestamptz, library uuid) returns integer language plpgsql as $$
declare
  ids uuid[];
begin
  if library is not null then
    return 0;
  end if;
  ids := array(select id from certificate where awarded_at < before limit most for update skip locked);
  delete from skill_proof where source_id = any(ids);
  delete from certificate where id = any(ids);
  return cardinality(ids);
end $$;

create function retention_kept_certificate(who uuid) returns table (records bigint, first_at timestamptz, last_at timestamptz) language sql stable as $$
  select count(*), min(awarded_at), max(awarded_at) from certificate where person_id = who
$$;
revoke execute on function retention_remove_certificate(integer, timestamptz, uuid) from public;
