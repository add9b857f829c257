package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Periods;
import nl.vliegwiel.platform.fetch.SafeFetch;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;

/**
 * Fetches people's own calendars. Stands outside the use cases: nothing of the database is held while a foreign server
 * takes its time.
 */
@ApplicationScoped
public class BusyConnection {
    private static final Duration AHEAD = Duration.ofDays(26 * 7L);
    private static final int MOST_INTERVALS = 2_000;
    private static final String WEBCAL = "webcal://";

    @Inject
    private BusyService service;

    @Inject
    private BusyRefresh refresh;

    @Inject
    private SafeFetch fetch;

    @Inject
    private Clock clock;

    /**
     * Reads the calendar at an address and keeps both.
     *
     * @param typed https, or webcal as programs write it
     * @throws RuleViolation at the field {@code address}
     */
    public void connect(String typed) {
        String address = typed == null ? "" : typed.strip();
        String https = address.regionMatches(true, 0, WEBCAL, 0, WEBCAL.length()) ? "https://" + address.substring(WEBCAL.length()) : address;
        try {
            service.requireConnect();
            service.connect(https, read(https));
        } catch (RuleViolation refusal) {
            throw new RuleViolation(List.of(Violation.of("address", refusal.key(), refusal.arguments())));
        }
    }

    /** Fetches what is due, of all people. @return how many were tried */
    public int refresh() {
        List<BusyRefresh.Task> tasks = refresh.claim();
        tasks.forEach(this::again);
        return tasks.size();
    }

    private void again(BusyRefresh.Task task) {
        UUID person = task.personId();
        try {
            refresh.succeeded(person, task.address(), read(task.address()));
        } catch (RuleViolation refusal) {
            refresh.failed(person, task.address(), refusal.key(), task.attempts());
        }
    }

    private List<Period> read(String address) {
        Instant from = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Period window = new Period(from, from.plus(AHEAD));
        List<Period> busy = Periods.clipped(BusyCalendar.read(fetch.get(address), window).periods(), window);
        if (busy.size() > MOST_INTERVALS) {
            throw new RuleViolation("calendar.tooMuch");
        }
        return busy;
    }
}
