package nl.vliegwiel.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.platform.persistence.Ids;

/** Takes messages in; sending is the job's. */
@ApplicationScoped
public class Outbox {
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    @Inject
    private OutboxStore store;

    @Inject
    private Clock clock;

    @Inject
    private Event<Filled> filled;

    /** Something waits to be sent once the transaction has ended well. */
    record Filled() {
    }

    /**
     * How the outbox stands.
     *
     * @param waiting not sent yet
     * @param late waiting after at least one failed attempt
     * @param failed given up; somebody has to look at it
     * @param sentToday sent in the last 24 hours
     */
    public record State(int waiting, int late, int failed, int sentToday) {
    }

    /**
     * Keeps a message in the present transaction: it is sent after commit, and not at all after a rollback.
     *
     * @param kind by which a {@link MessageTemplate} knows it
     * @param personId receiver
     * @param payload ids and other short values, never names or free text
     */
    public void enqueue(String kind, UUID personId, Map<String, String> payload) {
        store.add(Ids.next(), kind, personId, payload, clock.instant());
        filled.fire(new Filled());
    }

    /** A message of its own for somebody. */
    public record Addressed(UUID personId, Map<String, String> payload) {
    }

    /** Keeps many messages of one kind, as {@link #enqueue} does one. */
    public void enqueueAll(String kind, List<Addressed> messages) {
        store.addAll(kind, messages, clock.instant());
        filled.fire(new Filled());
    }

    /**
     * Keeps a message that speaks of several things alike: a value for the same receiver, kind and payload joins the
     * message that was kept a moment before, as long as nobody took that up.
     *
     * @param payload what they have in common
     * @param list name under which the values go, separated by commas
     * @param value one of them, without a comma
     */
    public void enqueueTogether(String kind, UUID personId, Map<String, String> payload, String list, String value) {
        if (!store.join(kind, personId, payload, list, value, clock.instant().minus(TOGETHER))) {
            Map<String, String> first = new HashMap<>(payload);
            first.put(list, value);
            enqueue(kind, personId, first);
        }
    }

    /**
     * A message as it was kept.
     *
     * @param readAt when she said that she has seen it; null for not yet
     */
    public record Note(UUID id, String kind, Map<String, String> payload, Instant at, Instant readAt) {
    }

    /**
     * Puts what is due of the collected messages into one message per receiver, in the present transaction.
     *
     * @param kind of the message that holds them
     * @param list name under which their ids go, separated by commas
     * @return how many messages were made
     */
    public int gather(String kind, String list, int most) {
        Map<UUID, List<UUID>> gathered = store.gather(clock.instant(), most);
        List<Addressed> digests = new ArrayList<>();
        gathered.forEach((person, ids) -> digests.add(new Addressed(person, Map.of(list, ids.stream().map(UUID::toString).collect(Collectors.joining(","))))));
        if (!digests.isEmpty()) {
            enqueueAll(kind, digests);
        }
        return digests.size();
    }

    /** Messages by their ids, the oldest first. */
    public List<Note> notes(List<UUID> ids) {
        return store.notes(ids);
    }

    /** Messages for one person since a moment, newest first. */
    public List<Note> recent(UUID personId, Instant since, int most) {
        return store.recent(personId, since, most);
    }

    /** Marks all messages of one person as seen. @return how many were not yet */
    public int read(UUID personId, Instant at) {
        return store.read(personId, at);
    }

    public State state() {
        return store.state(clock.instant());
    }
}
