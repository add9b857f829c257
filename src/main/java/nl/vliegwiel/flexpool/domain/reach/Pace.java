package nl.vliegwiel.flexpool.domain.reach;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/**
 * How fast a library lets its requests reach further, so that near people are asked first and nobody drowns
 * (domain.md 1.1 "Escalation", 1.4).
 *
 * @param allAtOnce all circles open at publication
 * @param strict only open circles may see and answer a request; otherwise every named circle may, and only who is told
 *        goes step by step
 * @param ownHours wait after the own people before the next circle opens
 * @param favouritesHours the same after favourites
 * @param neighboursHours the same after neighbours
 * @param regionHours the same after the region
 * @param halfDays with fewer days than this to the first shift the waits are halved
 * @param quarterDays with fewer days than this they are a quarter
 * @param batch people told at a time
 * @param batchMinutes wait between two batches
 * @param enough answers per open place after which nobody more is told
 * @param standbyHours how long before the start a standby is asked again
 */
public record Pace(boolean allAtOnce, boolean strict, int ownHours, int favouritesHours, int neighboursHours, int regionHours, int halfDays,
        int quarterDays, int batch, int batchMinutes, int enough, int standbyHours) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What holds until a library sets its own. */
    public static final Pace DEFAULT = new Pace(false, false, 24, 24, 48, 72, 14, 7, 10, 120, 2, 72);

    /** Closer to the start than this everything goes at once, and nothing is ever decided by itself (R13). */
    public static final Duration LAST_MINUTE = Duration.ofHours(48);
    public static final int MOST_HOURS = 336;

    /** Nobody plans in the evening: what would open then opens the next morning. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final int MOST_DAYS = 60;
    private static final int MOST_BATCH = 50;
    private static final int LEAST_MINUTES = 15;
    private static final int MOST_MINUTES = 1440;
    private static final int MOST_ENOUGH = 10;

    /** @throws RuleViolation a fault per figure that is out of bounds */
    public void requireSensible() {
        List<Violation> faults = new ArrayList<>();
        within("ownHours", ownHours, 0, MOST_HOURS, faults);
        within("favouritesHours", favouritesHours, 0, MOST_HOURS, faults);
        within("neighboursHours", neighboursHours, 0, MOST_HOURS, faults);
        within("regionHours", regionHours, 0, MOST_HOURS, faults);
        within("halfDays", halfDays, 2, MOST_DAYS, faults);
        within("quarterDays", quarterDays, 2, MOST_DAYS, faults);
        within("batch", batch, 1, MOST_BATCH, faults);
        within("batchMinutes", batchMinutes, LEAST_MINUTES, MOST_MINUTES, faults);
        within("enough", enough, 1, MOST_ENOUGH, faults);
        within("standbyHours", standbyHours, (int) LAST_MINUTE.toHours(), MOST_HOURS, faults);
        if (faults.isEmpty() && quarterDays > halfDays) {
            faults.add(Violation.of("quarterDays", "reach.pace.days", halfDays));
        }
        RuleViolation.throwIfAny(faults);
    }

    private static void within(String field, int value, int least, int most, List<Violation> faults) {
        if (value < least || value > most) {
            faults.add(Violation.of(field, "reach.pace.between", least, most));
        }
    }

    /**
     * When the circles open: the first at once, each next one after the wait of the one before, shortened when the
     * work is near, in daytime, and never later than 48 hours before the work.
     *
     * @param circles in the order in which they are asked
     * @param from when the first opens
     * @param firstStart begin of the first shift that has room
     * @return one line per circle, in the same order, never going back in time
     */
    public List<Opening> schedule(List<Circle> circles, Instant from, Instant firstStart) {
        List<Opening> openings = new ArrayList<>();
        Instant last = firstStart.minus(LAST_MINUTE);
        Instant at = from;
        for (int i = 0; i < circles.size(); i++) {
            if (i > 0 && !allAtOnce) {
                Instant next = daytime(at.plus(wait(circles.get(i - 1), at, firstStart)));
                at = later(at, next.isAfter(last) ? last : next);
            }
            openings.add(new Opening(circles.get(i), at));
        }
        return openings;
    }

    /**
     * The same for circles that are still closed, when others are open.
     *
     * @param open circles that opened, the latest last
     * @param named circles that the request names now
     * @param lastOpened when the latest opened
     */
    public List<Opening> after(List<Circle> open, List<Circle> named, Instant lastOpened, Instant firstStart) {
        List<Circle> line = new ArrayList<>(open.isEmpty() ? List.of() : List.of(open.get(open.size() - 1)));
        named.stream().filter(circle -> !open.contains(circle)).forEach(line::add);
        List<Opening> openings = schedule(line, lastOpened, firstStart);
        return open.isEmpty() ? openings : openings.subList(1, openings.size());
    }

    /** How long a circle has the request to itself, from the moment that it opens. */
    Duration wait(Circle circle, Instant opensAt, Instant firstStart) {
        int hours = switch (circle) {
            case OWN -> ownHours;
            case FAVOURITES -> favouritesHours;
            case NEIGHBOURS -> neighboursHours;
            case REGION -> regionHours;
            case COUNTRY -> 0;
        };
        Duration left = Duration.between(opensAt, firstStart);
        int share = left.compareTo(Duration.ofDays(quarterDays)) < 0 ? 4 : left.compareTo(Duration.ofDays(halfDays)) < 0 ? 2 : 1;
        return Duration.ofHours(hours).dividedBy(share);
    }

    /** True when the work is so near that people are told without pauses. */
    public static boolean isLastMinute(Instant now, Instant firstStart) {
        return now.plus(LAST_MINUTE).isAfter(firstStart);
    }

    private static Instant daytime(Instant moment) {
        ZonedDateTime local = moment.atZone(Zones.AMSTERDAM);
        if (local.toLocalTime().isBefore(MORNING)) {
            return local.toLocalDate().atTime(MORNING).atZone(Zones.AMSTERDAM).toInstant();
        }
        return local.toLocalTime().isBefore(EVENING) ? moment : local.toLocalDate().plusDays(1).atTime(MORNING).atZone(Zones.AMSTERDAM).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
