-- What each person wants to be told, how and when; and messages that wait to go together.

create table notification_setting (
  person_id        uuid     primary key references person,
  version          integer  not null default 1,
  reminder_minutes integer  not null check (reminder_minutes between 0 and 10080),
  quiet_from       smallint not null check (quiet_from between 0 and 1439),
  quiet_to         smallint not null check (quiet_to between 0 and 1439)
);
comment on table notification_setting is 'Without a row the choices of the product hold';
comment on column notification_setting.reminder_minutes is 'How long before a loan she is reminded; 0 is not at all';
comment on column notification_setting.quiet_from is 'Minutes since midnight, wall clock in Europe/Amsterdam; the same as quiet_to for no quiet hours';

create table notification_topic (
  person_id uuid not null references person,
  topic     text not null,
  channel   text not null check (channel in ('AT_ONCE','DAILY','WEEKLY','ONLY_HERE')),
  primary key (person_id, topic)
);

create table unsubscribe_link (
  token     text primary key,
  person_id uuid not null references person,
  topic     text not null,
  unique (person_id, topic)
);
comment on table unsubscribe_link is 'Secret of the address in a mail that ends mail about a topic (RFC 8058). All that it can do is lessen mail, so it is kept as it is';

-- The truth of "one reminder": a loan that moves is another one.
create table loan_reminder (
  placement_id uuid        not null references placement,
  starts_at    timestamptz not null,
  at           timestamptz not null,
  primary key (placement_id, starts_at)
);

-- COLLECTED waits for a digest, GATHERED went out within one, SHOWN is only read in the inbox.
alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check check (state in ('WAITING','SENT','DROPPED','FAILED','COLLECTED','GATHERED','SHOWN'));
create index outbox_collected on outbox (next_at) where state = 'COLLECTED';
