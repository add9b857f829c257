-- The forum says itself now what may be out of date: topic.doubtful_from
drop function topic_standing(uuid);
