-- Mails that came in and were taken, so that none does its deed twice, by whatever node it is fetched.
create table received_mail (
  key     text        primary key check (length(key) between 1 and 300),
  outcome text        not null,
  at      timestamptz not null
);
create index received_mail_at on received_mail (at);
comment on column received_mail.key is 'Message-ID; nothing of who wrote it or what';
