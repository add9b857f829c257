-- Who is named on an invoice; without it there is an open book but no e-invoice.
create table invoice_party (
  organisation_id uuid    primary key references organisation,
  version         integer not null default 1,
  legal_name      text    not null check (length(trim(legal_name)) between 2 and 120),
  kvk             text    not null check (kvk ~ '^[0-9]{8}$'),
  vat_id          text    check (vat_id ~ '^NL[0-9]{9}B[0-9]{2}$'),
  street          text    not null check (length(trim(street)) between 2 and 120),
  postcode        text    not null check (postcode ~ '^[1-9][0-9]{3} [A-Z]{2}$'),
  city            text    not null check (length(trim(city)) between 2 and 80),
  iban            text    not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  email           text    check (email like '%_@_%')
);

-- One pair of libraries in one quarter; a second run takes only what came later.
create table settlement (
  id            uuid        primary key,
  version       integer     not null default 1,
  quarter_start date        not null check (extract(day from quarter_start) = 1 and extract(month from quarter_start) in (1, 4, 7, 10)),
  one_id        uuid        not null references organisation,
  other_id      uuid        not null references organisation,
  run           integer     not null check (run >= 1),
  state         text        not null check (state in ('DRAFT','SENT','PAID')),
  created_at    timestamptz not null,
  sent_at       timestamptz,
  paid_at       timestamptz,
  constraint settlement_pair check (one_id < other_id),
  constraint settlement_once unique (one_id, other_id, quarter_start, run),
  constraint settlement_steps check ((state = 'DRAFT') = (sent_at is null) and (state = 'PAID') = (paid_at is not null))
);
create unique index settlement_one_draft on settlement (one_id, other_id, quarter_start) where state = 'DRAFT';
create index settlement_other on settlement (other_id, quarter_start);
comment on table settlement is 'Netting of what two libraries owe each other for the hours of a quarter; money is netted, invoices go both ways';

create table settlement_line (
  id               uuid     primary key,
  settlement_id    uuid     not null references settlement,
  placement_id     uuid     not null references placement,
  entry            integer  not null,
  kind             text     not null check (kind in ('WORK','CORRECTION')),
  lender_id        uuid     not null references organisation,
  borrower_id      uuid     not null references organisation,
  worked_on        date     not null,
  minutes          integer  not null,
  scale            text,
  cost_price_cents integer  not null,
  hour_cents       integer  not null,
  work_cents       bigint   not null,
  irregular_minutes integer not null,
  irregular_cents  bigint   not null,
  road_metres      integer  not null,
  kilometre_cents  integer  not null,
  travel_cents     bigint   not null,
  net_cents        bigint   not null,
  vat_ground       text     not null,
  vat_basis_points integer  not null,
  vat_cents        bigint   not null,
  rates_version    text     not null,
  demo             boolean  not null,
  foreign key (placement_id, entry) references timesheet_entry (placement_id, number),
  -- What both employers agreed to is settled once, whatever runs beside it
  constraint settlement_line_once unique (placement_id, entry),
  constraint settlement_line_no_margin check (hour_cents <= cost_price_cents),
  constraint settlement_line_adds_up check (net_cents = work_cents + irregular_cents + travel_cents)
);
create index settlement_line_settlement on settlement_line (settlement_id, lender_id);
comment on table settlement_line is 'Open book of one placement, or the difference that a correction made';

create table invoice_number (
  organisation_id uuid    not null references organisation,
  year            integer not null,
  last            integer not null,
  primary key (organisation_id, year)
);
comment on table invoice_number is 'Numbers of a library run on without a gap';

create table invoice (
  id               uuid    primary key,
  settlement_id    uuid    not null references settlement,
  lender_id        uuid    not null references organisation,
  borrower_id      uuid    not null references organisation,
  number           text    not null,
  vat_ground       text    not null,
  vat_basis_points integer not null,
  issued_on        date    not null,
  due_on           date    not null,
  net_cents        bigint  not null,
  vat_cents        bigint  not null,
  constraint invoice_number_once unique (lender_id, number),
  constraint invoice_once unique (settlement_id, lender_id, vat_ground, vat_basis_points)
);
create trigger invoice_append_only before update or delete on invoice for each row execute function refuse_change();

-- What was sent stays as it was sent (R15).
create function keep_settlement() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'settlement' then
    if tg_op = 'DELETE' or (old.state = 'SENT' and new.state <> 'PAID') or old.state = 'PAID' then
      raise exception 'settlement is final' using errcode = '42501';
    end if;
  elsif exists (select from settlement s where s.id = old.settlement_id and s.state <> 'DRAFT') then
    raise exception 'settlement line is final' using errcode = '42501';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger settlement_kept before update or delete on settlement for each row execute function keep_settlement();
create trigger settlement_line_kept before update or delete on settlement_line for each row execute function keep_settlement();
