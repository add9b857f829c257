-- Every page counts what waits for a library: few sheets of very many, so who must decide stands on the sheet itself.
alter table timesheet add column waits_for uuid references organisation;

create function timesheet_waits_for() returns trigger language plpgsql as $$
begin
  new.waits_for := case new.state
    when 'SUBMITTED' then (select borrower_id from placement where id = new.placement_id)
    when 'CONFIRMED' then (select lender_id from placement where id = new.placement_id)
  end;
  return new;
end $$;
create trigger timesheet_waits_for before insert or update of state on timesheet
  for each row execute function timesheet_waits_for();

update timesheet set state = state where state in ('SUBMITTED','CONFIRMED');

drop index timesheet_state;
create index timesheet_waits_for on timesheet (waits_for) where waits_for is not null;
comment on column timesheet.waits_for is 'Library that confirms (borrower) or approves (lender) now; null when nobody has to';

analyze timesheet;
