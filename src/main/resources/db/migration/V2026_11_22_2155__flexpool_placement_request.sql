-- Each open request of a start page counts its placements; without this each count read the whole table.
create index placement_request on placement (request_id, state);
