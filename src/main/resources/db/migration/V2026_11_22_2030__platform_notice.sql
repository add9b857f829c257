-- R14: what is mailed is read in the inbox too.
alter table outbox add column read_at timestamptz;
create index outbox_person on outbox (person_id, created_at desc);
comment on column outbox.read_at is 'When the person said in her inbox that she has seen it';
