-- A change of a shift alone is a change of its request too: this moment goes along and raises the version.
alter table staff_request add column changed_at timestamptz not null default now();
