-- A person's skills change as one set, so the set has the version; its row is also the lock.
create table skill_set (
  person_id uuid    primary key references person,
  version   integer not null default 0
);
comment on table skill_set is 'Version of all skills of one person together';

-- Only what the employee asks for comes before HR, so that the inbox holds decisions and no lists.
alter table person_skill add column confirmation_asked_at timestamptz;
create index person_skill_asked on person_skill (person_id) where confirmation_asked_at is not null;
