-- What a placement needs beyond its states: who ended it, when it last changed, and which check let it become definite.
alter table placement
  add column ended_by   text check (ended_by in ('EMPLOYEE','LENDER','BORROWER')),
  add column changed_at timestamptz not null default now();
comment on column placement.changed_at is 'Moves with each consent too, so that the version that people saw is the version of all of it';

-- R6: a calculation keeps the set of limits that it used.
create table placement_check (
  placement_id   uuid        not null references placement,
  text_version   integer     not null,
  at             timestamptz not null,
  limits_version text        not null,
  findings       jsonb       not null,
  primary key (placement_id, text_version)
);
create trigger placement_check_append_only before update or delete on placement_check
  for each row execute function refuse_change();
comment on table placement_check is 'Working-time findings as they were at the last of three yeses (R5)';

-- A limit has a window, and one rule may have a hard and a soft limit, or one per length of shift.
alter table working_time_limit
  add column window_length integer not null default 1,
  add column window_unit   text    not null default 'SHIFT' check (window_unit in ('SHIFT','MINUTES_WORKED','DAYS')),
  drop constraint working_time_limit_once,
  add constraint working_time_limit_unit check (unit = 'MINUTES'),
  add constraint working_time_limit_once exclude using gist (rule with =, severity with =, window_length with =,
    daterange(valid_from, valid_to, '[)') with &&);

-- Figures for people of 18 and older. The first day is the first for which the product reckons, not that of the law.
insert into working_time_limit (rule, figure, unit, window_length, window_unit, severity, source, valid_from) values
  ('SHIFT_LENGTH',               720,  'MINUTES', 1,   'SHIFT',          'HARD', 'Arbeidstijdenwet art. 5:7', '2020-01-01'),
  ('BREAK',                      15,   'MINUTES', 330, 'MINUTES_WORKED', 'HARD', 'Arbeidstijdenwet art. 5:4, minimum bij collectieve regeling', '2020-01-01'),
  ('BREAK',                      30,   'MINUTES', 330, 'MINUTES_WORKED', 'SOFT', 'Arbeidstijdenwet art. 5:4', '2020-01-01'),
  ('BREAK',                      45,   'MINUTES', 600, 'MINUTES_WORKED', 'SOFT', 'Arbeidstijdenwet art. 5:4', '2020-01-01'),
  ('DAILY_REST',                 660,  'MINUTES', 1,   'DAYS',           'HARD', 'Arbeidstijdenwet art. 5:3', '2020-01-01'),
  ('SHORTENED_DAILY_REST',       480,  'MINUTES', 7,   'DAYS',           'SOFT', 'Arbeidstijdenwet art. 5:3', '2020-01-01'),
  ('WEEKLY_REST',                2160, 'MINUTES', 7,   'DAYS',           'HARD', 'Arbeidstijdenwet art. 5:5', '2020-01-01'),
  ('FORTNIGHT_REST',             4320, 'MINUTES', 14,  'DAYS',           'HARD', 'Arbeidstijdenwet art. 5:5', '2020-01-01'),
  ('FORTNIGHT_REST_BLOCK',       1920, 'MINUTES', 14,  'DAYS',           'HARD', 'Arbeidstijdenwet art. 5:5', '2020-01-01'),
  ('WEEK',                       3600, 'MINUTES', 7,   'DAYS',           'HARD', 'Arbeidstijdenwet art. 5:7', '2020-01-01'),
  ('MEAN_OF_FOUR_WEEKS',         3300, 'MINUTES', 28,  'DAYS',           'HARD', 'Arbeidstijdenwet art. 5:7', '2020-01-01'),
  ('MEAN_OF_SIXTEEN_WEEKS',      2880, 'MINUTES', 112, 'DAYS',           'HARD', 'Arbeidstijdenwet art. 5:7', '2020-01-01'),
  ('TRAVEL_BETWEEN_WORK',        0,    'MINUTES', 1,   'SHIFT',          'HARD', 'Vliegwiel: niemand is op twee plaatsen', '2020-01-01'),
  ('OFFERED_HOURS',              0,    'MINUTES', 7,   'DAYS',           'SOFT', 'Wat de medewerker zelf aanbiedt', '2020-01-01'),
  ('CONTRACT_AND_OFFERED_HOURS', 0,    'MINUTES', 7,   'DAYS',           'SOFT', 'Contract en wat de medewerker zelf aanbiedt', '2020-01-01');

-- Rates of everybody. A cost price per hour is of one library and is never assumed.
insert into rate (organisation_id, kind, figure, unit, source, demo, valid_from) values
  (null, 'VAT_STANDARD', 210, 'PER_MILLE', 'Wet op de omzetbelasting 1968, art. 9 lid 1', false, '2012-10-01'),
  (null, 'TRAVEL_KM', 230, 'TENTH_CENT_PER_KM', 'CAO Openbare Bibliotheken 2024–2026, woon-werkverkeer; voor dienstreizen nog niet vastgesteld', true, '2025-01-01');

create table legal_date (
  kind   text primary key,
  day    date not null,
  source text not null
);
insert into legal_date (kind, day, source) values
  ('WTTA', '2027-01-01', 'Wet toelating terbeschikkingstelling van arbeidskrachten');
comment on table legal_date is 'R4, R6: days from which a law asks something of a loan';
