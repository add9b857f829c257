package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.domain.FeedLoan;
import nl.vliegwiel.flexpool.persistence.FeedQueries;
import nl.vliegwiel.flexpool.persistence.FeedQueries.Owner;
import nl.vliegwiel.platform.calendar.CalendarEntry;
import nl.vliegwiel.platform.calendar.CalendarSource;
import nl.vliegwiel.platform.persistence.TranslatesFailures;
import nl.vliegwiel.platform.rest.CallCount;
import nl.vliegwiel.platform.signon.Secrets;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.time.Zones;

/** Gives the calendar behind a secret address to whoever knows it; nobody is signed in here. */
@ApplicationScoped
@Transactional
@TranslatesFailures
public class FeedReader {
    /** A program asks a few times an hour; several of them share an address. */
    public static final int READS_PER_MINUTE = 30;
    /** Of all who ask for what is not there, together: one row to count, whoever they are. */
    private static final int MISSES_PER_MINUTE = 600;
    private static final Duration BACK = Duration.ofDays(92);
    private static final int MOST_LOANS = 2_000;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    private FeedQueries queries;

    @Inject
    @Any
    private Instance<CalendarSource> sources;

    @Inject
    private CallCount count;

    @Inject
    private SignOnSettings settings;

    @Inject
    private Clock clock;

    /**
     * What came of it.
     *
     * @param file null when there is none
     * @param waitSeconds above 0 when this was asked too often
     */
    public record Reading(FeedFile file, int waitSeconds) {
    }

    /** @param secret as it stands in the address */
    public Reading read(String secret) {
        Optional<Owner> owner = SECRET.matcher(secret).matches() ? queries.owner(Secrets.hash(secret), LocalDate.now(clock.withZone(Zones.AMSTERDAM))) : Optional.empty();
        int calls = count.next(owner.map(one -> "feed " + one.personId()).orElse("feed"));
        if (calls > owner.map(one -> READS_PER_MINUTE).orElse(MISSES_PER_MINUTE)) {
            return new Reading(null, count.secondsLeft());
        }
        return new Reading(owner.map(this::file).orElse(null), 0);
    }

    private FeedFile file(Owner owner) {
        Instant now = clock.instant();
        List<FeedLoan> loans = queries.loans(owner.personId(), now.minus(BACK), MOST_LOANS);
        List<CalendarEntry> others = sources.stream().flatMap(source -> source.of(owner.personId(), now.minus(BACK), owner.language()).stream()).toList();
        byte[] bytes = new FeedWriter(owner.language(), settings.publicUrl()).write(loans, others);
        Instant made = queries.find(owner.personId()).map(FeedQueries.Feed::createdAt).orElse(now);
        Instant changed = Stream.concat(loans.stream().map(FeedLoan::changedAt), others.stream().map(CalendarEntry::changedAt)).filter(made::isBefore).max(Instant::compareTo).orElse(made);
        queries.read(owner.personId(), now);
        return new FeedFile(tag(bytes), changed.truncatedTo(ChronoUnit.SECONDS), bytes);
    }

    private static String tag(byte[] bytes) {
        try {
            return "\"" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
