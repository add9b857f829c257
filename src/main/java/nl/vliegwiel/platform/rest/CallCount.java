package nl.vliegwiel.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;

/** Counts calls per caller and minute in the database, so that all nodes share the limit. */
@ApplicationScoped
public class CallCount {
    private static final String COUNT = """
        insert into call_count (caller, minute, calls) values (:caller, :minute, 1)
        on conflict (caller, minute) do update set calls = call_count.calls + 1
        returning calls""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    /** @return calls of the caller in this minute, this one with them */
    public int next(String caller) {
        OffsetDateTime minute = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
        return jdbi.withHandle(handle -> {
            int count = handle.createQuery(COUNT).bind("caller", caller).bind("minute", minute).mapTo(Integer.class).one();
            if (count == 1) {
                handle.execute("delete from call_count where caller = ? and minute < ?", caller, minute);
            }
            return count;
        });
    }

    /** @return seconds until the next minute begins */
    public int secondsLeft() {
        return 60 - OffsetDateTime.now(clock).getSecond();
    }
}
