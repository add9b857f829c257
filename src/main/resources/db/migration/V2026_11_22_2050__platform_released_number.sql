-- R7: a number that only looks like a BSN and was released by somebody who may. The number itself is never kept.
create table released_number (
  id              uuid        primary key,
  number_hash     bytea       not null,
  ground          text        not null check (ground in ('ORDER','PRODUCT','CUSTOMER','CASE_FILE','PHONE','OTHER')),
  organisation_id uuid        references organisation,
  released_by     uuid        not null references person,
  released_at     timestamptz not null,
  revoked_by      uuid        references person,
  revoked_at      timestamptz,
  constraint released_number_revoked check ((revoked_by is null) = (revoked_at is null))
);
create unique index released_number_once on released_number (number_hash) where revoked_at is null;
comment on column released_number.number_hash is 'HMAC-SHA-256 of its nine digits under a key of the installation, so that nobody finds the number by trying all';
comment on column released_number.organisation_id is 'For which the person acted; the release holds for all texts';
