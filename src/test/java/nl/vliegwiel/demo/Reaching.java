package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How far open requests reach, and what cannot wait: those of the last days go step by step, older ones have all their circles open. Some
 * people were told of the first of them. The job takes them up the next morning, so that the first evening of a demonstration is
 * not full of mail. Written by what stands in the tables, the same at every run.
 */
final class Reaching {
    private static final String CIRCLES = """
        insert into request_circle (request_id, circle, position, opens_at, opened_at)
        select r.id, c.circle, c.position - 1, m.opens_at, case when m.opens_at <= now() then m.opens_at end
          from staff_request r
          cross join lateral unnest(r.circles) with ordinality as c (circle, position)
          cross join lateral (select case when c.position = 1 or r.published_at < now() - interval '3 days' then r.published_at
              else (date_trunc('day', r.published_at at time zone 'Europe/Amsterdam') + (c.position * 2) * interval '1 day' + interval '9 hours') at time zone 'Europe/Amsterdam' end as opens_at) m
         where r.status in ('PUBLISHED', 'PARTLY_FILLED') and r.published_at is not null""";

    private static final String REACH = """
        insert into request_reach (request_id, next_at, batch_at, paused_at)
        select r.id, case when r.rank % 9 <> 0 then m.morning end, m.morning, case when r.rank % 9 = 0 then now() - interval '2 hours' end
          from (select id, row_number() over (order by id) as rank from staff_request r where exists (select from request_circle c where c.request_id = r.id)) r
          cross join lateral (select (date_trunc('day', now() at time zone 'Europe/Amsterdam') + interval '1 day 9 hours') at time zone 'Europe/Amsterdam' as morning) m""";

    private static final String OPENED = """
        update staff_request r set opened = array(select c.circle from request_circle c where c.request_id = r.id and c.opened_at is not null order by c.position)
         where exists (select from request_circle c where c.request_id = r.id)""";

    private static final String TOLD = """
        insert into request_notice (request_id, person_id, at)
        select q.request_id, somebody.person_id, r.published_at + interval '1 minute'
          from (select request_id from request_reach order by request_id limit 60) q join staff_request r on r.id = q.request_id
          cross join lateral (select m.person_id from pool_member m join employment e on e.person_id = m.person_id and e.organisation_id <> r.organisation_id
                               where m.participating order by md5(m.person_id::text || r.id::text) limit 4 + length(r.title) % 5) somebody
        on conflict do nothing""";

    private static final String STANDBYS = "update placement set standby_asked_at = created_at, standby_confirmed_at = created_at where state = 'STANDBY'";

    private static final String URGENCY = """
        update staff_request r set urgency = case when s.rank % 7 = 0 then 'URGENT' else 'HIGH' end
          from (select id, row_number() over (order by id) as rank from staff_request where purpose <> 'LEARNING') s where s.id = r.id and s.rank % 7 in (0, 3)""";

    private Reaching() {
    }

    static void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String one : new String[] {CIRCLES, REACH, OPENED, TOLD, STANDBYS, URGENCY}) {
                statement.execute(one);
            }
        }
    }
}
