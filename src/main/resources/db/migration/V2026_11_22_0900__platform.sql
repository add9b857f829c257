-- What every feature stands on: sign-on, audit, mail to send, answers kept for repeated calls.
create extension if not exists btree_gist;
create extension if not exists intarray;
create extension if not exists pg_trgm;

-- D2: the login lives here, so that any node serves any user and a right taken away is gone at the next click.
create table sign_in (
  token_hash          bytea       primary key,
  person_id           uuid        not null,
  subject             text        not null,
  provider_session    text,
  refresh_token       text,
  acting_for          uuid,
  created_at          timestamptz not null,
  last_used_at        timestamptz not null,
  ends_at             timestamptz not null
);
create index sign_in_person on sign_in (person_id);
create index sign_in_provider_session on sign_in (provider_session);
create index sign_in_subject on sign_in (subject);
comment on table sign_in is 'A browser that is signed in; the key is the SHA-256 of its cookie';

create table sign_in_attempt (
  state_hash    bytea       primary key,
  browser_hash  bytea       not null,
  nonce         text        not null,
  verifier      text        not null,
  return_to     text        not null,
  created_at    timestamptz not null,
  ends_at       timestamptz not null
);
comment on table sign_in_attempt is 'One attempt to sign in, per tab; used once and removed';

create table logout_token_seen (
  jti     text        primary key,
  ends_at timestamptz not null
);
comment on table logout_token_seen is 'Back-channel logout tokens already used (replay)';

-- R15: who did what when; never changed afterwards.
create table audit_entry (
  id              bigint      generated always as identity primary key,
  at              timestamptz not null,
  actor_id        uuid,
  actor_name      text        not null,
  action          text        not null,
  entity          text        not null,
  entity_id       uuid        not null,
  organisation_id uuid,
  detail          jsonb       not null default '{}'
);
create index audit_entry_entity on audit_entry (entity, entity_id, id);
create index audit_entry_organisation on audit_entry (organisation_id, id);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();

create table outbox (
  id           uuid        primary key,
  kind         text        not null,
  person_id    uuid        not null,
  payload      jsonb       not null default '{}',
  created_at   timestamptz not null,
  state        text        not null default 'WAITING' check (state in ('WAITING','SENT','DROPPED','FAILED')),
  attempts     integer     not null default 0,
  next_at      timestamptz not null,
  done_at      timestamptz,
  last_problem text
);
create index outbox_waiting on outbox (next_at) where state = 'WAITING';
comment on table outbox is 'Messages to send after commit; text is made at sending time from ids, at least once with a stable Message-ID';

create table idempotent_answer (
  person_id    uuid        not null,
  key          text        not null,
  request_hash bytea       not null,
  status       integer,
  location     text,
  etag         text,
  body         text,
  created_at   timestamptz not null,
  primary key (person_id, key)
);
create index idempotent_answer_created on idempotent_answer (created_at);
comment on table idempotent_answer is 'First answer of a creating call, given again for 24 hours (Idempotency-Key)';

create unlogged table call_count (
  caller  text        not null,
  minute  timestamptz not null,
  calls   integer     not null,
  primary key (caller, minute)
);
comment on table call_count is 'Calls per caller and minute, shared by all nodes, for the rate limit';
