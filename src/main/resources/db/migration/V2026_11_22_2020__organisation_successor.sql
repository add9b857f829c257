-- R19: who reads what was of an organisation that went up in another; asked at every request.
create index organisation_merged_into on organisation (merged_into) where merged_into is not null;
