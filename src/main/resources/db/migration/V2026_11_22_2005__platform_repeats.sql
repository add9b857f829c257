-- The answer is kept in the transaction of the effect: a row without an answer can no longer come into being.
delete from idempotent_answer where status is null;
alter table idempotent_answer alter column status set not null;
