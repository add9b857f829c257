-- Who of a library works elsewhere this week, and what it gave and took in a year: read on every start page.
create index placement_lender_start on placement (lender_id, starts_at);
create index placement_borrower_start on placement (borrower_id, starts_at);
