create index staff_request_words on staff_request using gin (search_words(title || ' ' || description)) with (gin_pending_list_limit = 512);
create index staff_request_title on staff_request using gin (title gin_trgm_ops);
