package nl.vliegwiel.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import nl.vliegwiel.forum.boundary.Routing;
import nl.vliegwiel.it.ServerTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Questions that nobody answers go further, each step once whatever number of nodes tries; answers age by the day their ground ends. */
class RoutingIT extends ServerTest {
    @Inject
    Routing routing;

    @Inject
    Jdbi jdbi;

    @Resource
    ManagedExecutorService threads;

    private UUID person(String account) {
        return jdbi.withHandle(handle -> handle.select("select id from person where email = ?", account + "@vliegwiel.example").mapTo(UUID.class).one());
    }

    private List<String> texts(String query, Object... values) {
        return jdbi.withHandle(handle -> handle.select(query, values).mapTo(String.class).list());
    }

    private void change(String statement, Object... values) {
        jdbi.useHandle(handle -> handle.execute(statement, values));
    }

    /** @param step that is due since a minute */
    private UUID question(String account, String tag, String step) {
        UUID id = UUID.randomUUID();
        change("insert into topic (id, space_id, kind, title, tags, author_id, created_at, last_post_at) select ?, id, 'QUESTION', 'Wie weet hier raad mee?', array[?], ?, now() - interval '5 days', now() - interval '5 days'"
            + " from space where audience = 'STAFF'", id, tag, person(account));
        change("insert into post (id, topic_id, position, author_id, body, html, created_at) values (gen_random_uuid(), ?, 1, ?, 'Wie?', '<p>Wie?</p>', now() - interval '5 days')", id, person(account));
        change("insert into topic_route (topic_id, next_step, next_at) values (?, ?, now() - interval '1 minute')", id, step);
        return id;
    }

    private void due(UUID topic) {
        change("update topic_route set next_at = now() - interval '1 second' where topic_id = ? and next_step is not null", topic);
    }

    @Test
    void everyStepIsTakenOnceThoughManyNodesTry() throws Exception {
        change("insert into tag_expert (id, tag, person_id, since, by_id) values (gen_random_uuid(), 'routetoets', ?, now(), ?) on conflict do nothing", person("hr.hoogveen"), person("hr.hoogveen"));
        UUID topic = question("hr.duinrand", "routetoets", "CIRCLE");
        for (int step = 0; step < 3; step++) {
            List<Future<Integer>> nodes = new ArrayList<>();
            for (int node = 0; node < 3; node++) {
                nodes.add(threads.submit(() -> routing.portion()));
            }
            for (Future<Integer> node : nodes) {
                node.get();
            }
            due(topic);
        }
        assertThat(texts("select step from topic_route_step where topic_id = ? order by at, step", topic)).containsExactly("CIRCLE", "EXPERTS", "MODERATOR");
        assertThat(texts("select person_id::text from outbox where kind = 'FORUM_WAITS' and payload ->> 'topic' = ?", topic.toString())).as("each once, and not who asked")
            .doesNotHaveDuplicates().doesNotContain(person("hr.duinrand").toString()).contains(person("hr.hoogveen").toString());
        assertThat(texts("select coalesce(next_step, 'nobody') from topic_route where topic_id = ?", topic)).containsExactly("nobody");
        assertThat(texts("select cast(count(*) as text) from audit_entry where entity_id = ? and action = 'routed'", topic)).containsExactly("3");
    }

    @Test
    void whatWasAnsweredOrHiddenGoesNowhere() {
        UUID topic = question("hr.duinrand", "routetoets", "EXPERTS");
        change("update topic set closed_at = now(), closed_by = author_id where id = ?", topic);
        routing.portion();
        assertThat(texts("select step from topic_route_step where topic_id = ?", topic)).isEmpty();
        assertThat(texts("select topic_id::text from topic_route where topic_id = ?", topic)).isEmpty();
    }

    @Test
    void anAnswerIsDueTheDayAfterItsGroundEndsAndAYearAfterItWasCheckedLater() {
        UUID topic = question("hr.duinrand", "routetoets", "MODERATOR");
        UUID post = UUID.randomUUID();
        UUID ended = UUID.randomUUID();
        UUID lasting = UUID.randomUUID();
        UUID author = person("hr.vennenland");
        change("insert into post (id, topic_id, position, author_id, body, html, created_at) values (?, ?, 2, ?, 'Dit.', '<p>Dit.</p>', now())", post, topic, author);
        change("insert into dated_source (id, name, link, valid_from, valid_until) values (?, ?, 'https://bron.example', '2020-01-01', '2026-03-31'), (?, ?, 'https://bron.example', '2020-01-01', '2099-12-31')",
            ended, "Afgelopen " + ended, lasting, "Lopend " + lasting);
        change("insert into answer (post_id, author_id) values (?, ?)", post, author);
        change("insert into answer_source (post_id, source_id) values (?, ?), (?, ?)", post, ended, post, lasting);
        change("update topic set accepted_post_id = ? where id = ?", post, topic);
        texts("select cast(answer_age(array[?]::uuid[]) as text)", post);
        assertThat(texts("select check_from::text from answer where post_id = ?", post)).containsExactly("2026-04-01");
        assertThat(texts("select doubtful_from::text from topic where id = ?", topic)).containsExactly("2026-04-01");
        change("update answer set verified_at = '2026-03-31 23:30 Europe/Amsterdam', verified_by = author_id where post_id = ?", post);
        texts("select cast(answer_age(array[?]::uuid[]) as text)", post);
        assertThat(texts("select check_from::text from answer where post_id = ?", post)).as("checked while it still held").containsExactly("2026-04-01");
        change("update answer set verified_at = '2026-05-10 10:00 Europe/Amsterdam' where post_id = ?", post);
        texts("select cast(answer_age(array[?]::uuid[]) as text)", post);
        assertThat(texts("select check_from::text from answer where post_id = ?", post)).containsExactly("2027-05-10");
    }
}
