package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Topics that somebody leaves for a while. */
@ApplicationScoped
public class QuietQueries {
    @Inject
    private Jdbi jdbi;

    public void quiet(UUID topicId, UUID reader, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into topic_reader (topic_id, person_id, state, quiet_until) values (:topic, :reader, 'WATCHING', :until)
                on conflict (topic_id, person_id) do update set quiet_until = excluded.quiet_until""")
            .bind("topic", topicId).bind("reader", reader).bind("until", until.atOffset(ZoneOffset.UTC)).execute());
    }
}
