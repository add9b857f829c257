-- R6: which days are public holidays, as dated rules; what is paid on them is for each library to say.
create table public_holiday (
  name          text     primary key,
  month         smallint not null check (month between 0 and 12),
  day           smallint not null check (month = 0 or day between 1 and 31),
  not_on_sunday boolean  not null default false,
  valid_from    date     not null,
  valid_to      date     check (valid_to > valid_from),
  source        text     not null
);
comment on table public_holiday is 'Public holidays as rules: a day of the year, or with month 0 a number of days from Easter Sunday';
comment on column public_holiday.not_on_sunday is 'Kept on the Saturday before where it falls on a Sunday';
insert into public_holiday (name, month, day, not_on_sunday, valid_from, source) values
  ('NEW_YEAR',       1,  1, false, '2014-01-01', 'Algemene termijnenwet, artikel 3 lid 1'),
  ('EASTER_SUNDAY',  0,  0, false, '2014-01-01', 'Zondag; telt voor een toeslag als eerste paasdag'),
  ('EASTER_MONDAY',  0,  1, false, '2014-01-01', 'Algemene termijnenwet, artikel 3 lid 1'),
  ('KINGS_DAY',      4, 27, true,  '2014-01-01', 'Algemene termijnenwet, artikel 3 lid 1: de dag waarop de verjaardag van de Koning wordt gevierd'),
  ('LIBERATION_DAY', 5,  5, false, '2014-01-01', 'Algemene termijnenwet, artikel 3 lid 1'),
  ('ASCENSION',      0, 39, false, '2014-01-01', 'Algemene termijnenwet, artikel 3 lid 1'),
  ('WHIT_SUNDAY',    0, 49, false, '2014-01-01', 'Zondag; telt voor een toeslag als eerste pinksterdag'),
  ('WHIT_MONDAY',    0, 50, false, '2014-01-01', 'Algemene termijnenwet, artikel 3 lid 1'),
  ('CHRISTMAS',     12, 25, false, '2014-01-01', 'Algemene termijnenwet, artikel 3 lid 1'),
  ('BOXING_DAY',    12, 26, false, '2014-01-01', 'Algemene termijnenwet, artikel 3 lid 1');

alter table irregular_hours drop constraint irregular_hours_weekday_check;
alter table irregular_hours add constraint irregular_hours_weekday_check check (weekday between 1 and 8);
comment on column irregular_hours.weekday is '1 is Monday; 8 is a public holiday, whatever weekday, and goes before the weekday';
