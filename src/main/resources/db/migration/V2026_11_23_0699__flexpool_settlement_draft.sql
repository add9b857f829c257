-- With the retention clock, and again: a draft binds nobody yet and is made anew when one of its libraries goes up in another.
create or replace function keep_settlement() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('vliegwiel.retention', true) = 'on'
     and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then
    return old;
  end if;
  if tg_table_name = 'settlement' then
    if (tg_op = 'DELETE' and old.state <> 'DRAFT') or (old.state = 'SENT' and new.state <> 'PAID') or old.state = 'PAID' then
      raise exception 'settlement is final' using errcode = '42501';
    end if;
  elsif exists (select from settlement s where s.id = old.settlement_id and s.state <> 'DRAFT') then
    raise exception 'settlement line is final' using errcode = '42501';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
