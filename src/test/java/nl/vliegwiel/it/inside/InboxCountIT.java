package nl.vliegwiel.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.it.ServerTest;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.inbox.InboxSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The number beside the inbox is that of the things in it. */
class InboxCountIT extends ServerTest {
    @Inject
    @Any
    Instance<InboxSource> sources;

    @Inject
    ActorDirectory directory;

    @Inject
    Jdbi jdbi;

    @Test
    void everySourceCountsForEverybodyWhatItShows() {
        List<UUID> people = jdbi.withHandle(handle -> handle.createQuery("select id from person order by id").mapTo(UUID.class).list());
        List<String> different = new ArrayList<>();
        int shown = 0;
        for (UUID person : people) {
            Actor actor = directory.actor(person, null).orElse(null);
            if (actor == null) {
                continue;
            }
            for (InboxSource source : sources) {
                int items = source.waitingFor(actor).size();
                int count = source.count(actor);
                shown += items;
                if (items != count) {
                    different.add(source.getClass().getSuperclass().getSimpleName() + " of " + actor.name() + " shows " + items + " and counts " + count);
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(shown).isPositive();
    }
}
