alter table topic add column merged_into uuid references topic;
create index topic_merged on topic (merged_into) where merged_into is not null;
comment on column topic.merged_into is 'Its posts stand there now; who follows an old address is brought there';
