-- R5: a soft finding that comes after the lender's yes is not passed over; the lender is asked again.
alter table placement add column lender_asked_at timestamptz;
comment on column placement.lender_asked_at is 'The lender was asked again then; what it said until then no longer counts';

alter table placement_consent
  add column known_findings text,
  drop constraint placement_consent_placement_id_party_text_version_key,
  add constraint placement_consent_once unique (placement_id, party, text_version, at);
comment on column placement_consent.known_findings is 'With a yes of the lender: the soft findings it knew, by rule, figure and limit';
