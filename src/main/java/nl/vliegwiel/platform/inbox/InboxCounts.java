package nl.vliegwiel.platform.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;

/**
 * The number beside the inbox. It stands on every page and was half of what a page asked of the database; what others did may
 * be some seconds late in it, what she does herself is not.
 */
@ApplicationScoped
public class InboxCounts {
    private static final Duration KEPT = Duration.ofSeconds(15);
    private static final int MOST = 20_000;

    private final Cache<UUID, Counted> counts = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    @Inject
    @Any
    private Instance<InboxSource> sources;

    /** The number for a person with the rights that she had then. */
    private record Counted(Actor actor, int count) {
    }

    /** @return how much waits for this person, at most some seconds ago; with other rights than then it is counted anew */
    public int of(Actor actor) {
        Counted counted = counts.getIfPresent(actor.personId());
        if (counted == null || !counted.actor().equals(actor)) {
            counted = new Counted(actor, sources.stream().mapToInt(source -> source.count(actor)).sum());
            counts.put(actor.personId(), counted);
        }
        return counted.count();
    }

    /** Something was done in her name. */
    public void forget(UUID personId) {
        counts.invalidate(personId);
    }
}
