-- What cannot wait is covered first, and a plan made again starts from the one before.
alter table staff_request add column urgency text not null default 'NORMAL' check (urgency in ('NORMAL','HIGH','URGENT'));
comment on column staff_request.urgency is 'What happens when nobody comes: we manage, something does not take place, the branch stays closed';

alter table plan_proposal add column prices bigint[] check (cardinality(prices) = seats);
comment on column plan_proposal.prices is 'By seat, in 1/1024 of a point: what proves the bound, and where the next plan of this week begins';
