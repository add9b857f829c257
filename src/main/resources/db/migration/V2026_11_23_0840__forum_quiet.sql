alter table topic_reader add column quiet_until timestamptz;
comment on column topic_reader.quiet_until is 'No messages before that moment, whatever the state; for a week or a month of rest';
