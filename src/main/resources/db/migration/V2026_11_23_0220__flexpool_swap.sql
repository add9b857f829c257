-- Two people change places, or one takes a shift over. Nothing moves before everybody said yes to the new agreements (R1).
create table swap (
  id           uuid        primary key,
  version      integer     not null default 0,
  kind         text        not null check (kind in ('HANDOVER','EXCHANGE')),
  given_id     uuid        not null references placement,
  asker_id     uuid        not null references person,
  colleague_id uuid        not null references person,
  taken_id     uuid        references placement,
  state        text        not null check (state in ('ASKED','ACCEPTED','DONE','DECLINED','WITHDRAWN','ENDED')),
  asked_at     timestamptz not null,
  changed_at   timestamptz not null,
  constraint swap_two_people check (asker_id <> colleague_id),
  constraint swap_taken check (kind = 'EXCHANGE' or taken_id is null),
  constraint swap_exchange check (kind = 'HANDOVER' or state not in ('ACCEPTED','DONE') or taken_id is not null)
);
-- A placement takes part in one swap at a time, on whichever side
create unique index swap_given_once on swap (given_id) where state in ('ASKED','ACCEPTED');
create unique index swap_taken_once on swap (taken_id) where state = 'ACCEPTED';
create index swap_colleague on swap (colleague_id) where state in ('ASKED','ACCEPTED');
create index swap_asker on swap (asker_id);
comment on table swap is 'One gives a definite placement away; with EXCHANGE she gets one of her colleague for it, all at once';

alter table placement add column swap_id uuid references swap, add column replaces_id uuid references placement;
create index placement_swap on placement (swap_id) where swap_id is not null;
comment on column placement.swap_id is 'Comes about only together with all others of the swap';
