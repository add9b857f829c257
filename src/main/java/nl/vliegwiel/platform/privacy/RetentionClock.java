package nl.vliegwiel.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.vliegwiel.platform.time.Zones;

/** Removes what has been kept long enough (R18): each kind once a day by one node, in bounded portions, each run logged. */
@ApplicationScoped
public class RetentionClock {
    private static final Logger LOG = Logger.getLogger(RetentionClock.class.getName());
    private static final int PORTION = 500;
    /** What is left after so many goes on the next night, so that a first run never holds up the day. */
    private static final int MOST_PORTIONS = 400;
    private static final int LONGEST_PROBLEM = 300;

    @Inject
    private RetentionStore store;

    @Inject
    private RetentionPortion portion;

    @Inject
    private Clock clock;

    /** Runs all kinds that no node ran today. @return how many records were removed or made anonymous */
    public int run() {
        Instant now = clock.instant();
        LocalDate day = now.atZone(Zones.AMSTERDAM).toLocalDate();
        int all = 0;
        for (RetentionRule rule : store.rules(day)) {
            if (rule.action() != RetentionRule.Action.KEEP && portion.claim(rule.kind(), day, now)) {
                all += run(rule.kind(), day, now);
            }
        }
        return all;
    }

    private int run(String kind, LocalDate day, Instant now) {
        int all = 0;
        String problem = null;
        try {
            for (int i = 0; i < MOST_PORTIONS; i++) {
                int records = portion.apply(kind, day, PORTION, now);
                all += records;
                if (records < PORTION) {
                    break;
                }
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Retention of " + kind + " stopped; tried again the next night", e);
            String why = String.valueOf(e.getMessage());
            problem = why.substring(0, Math.min(LONGEST_PROBLEM, why.length()));
        }
        portion.ended(kind, day, clock.instant(), problem);
        return all;
    }
}
