package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.vliegwiel.flexpool.domain.AvailabilityOverride;
import nl.vliegwiel.flexpool.domain.Periods;
import nl.vliegwiel.flexpool.domain.PoolMembership;
import nl.vliegwiel.flexpool.domain.WeeklyHours;
import nl.vliegwiel.flexpool.domain.WeeklyPattern;
import nl.vliegwiel.flexpool.persistence.BusyQueries;
import nl.vliegwiel.flexpool.persistence.PoolQueries;
import nl.vliegwiel.flexpool.persistence.PoolQueries.FoundPlace;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;

/** Taking part in the pool, and when; everybody for herself. */
@UseCase
public class PoolService {
    /** Exceptions of one person; more is a file that went wrong. */
    public static final int MOST_OVERRIDES = 2000;
    private static final int MOST_WEEKLY = 100;
    /** How far ahead a calendar is read. */
    private static final int CALENDAR_DAYS = 183;
    private static final int PLACES_SHOWN = 12;
    private static final Period THIS_CENTURY = new Period(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));
    private static final Pattern NAME_AND_PROVINCE = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");

    @Inject
    private PoolQueries queries;

    @Inject
    private BusyQueries busy;

    @Inject
    private SearchRows searchRows;

    @Inject
    private PoolPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private PoolLeaving leaving;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    /** @return the caller's own membership; not taking part, with version 0, as long as she saved nothing */
    @OpenToAllStaff
    public PoolMembership membership() {
        UUID person = actor.get().personId();
        return queries.membership(person).orElseGet(() -> new PoolMembership(0, false, PoolMembership.USUAL_TRAVEL, PoolMembership.USUAL_PER_WEEK,
            queries.usualPlace(person, LocalDate.now(clock)).flatMap(queries::placeLabel).orElse(null), 0));
    }

    /**
     * @param seenVersion version that she saw, 0 for the first time
     * @throws RuleViolation with a violation per field
     */
    public PoolMembership saveMembership(PoolContent content, int seenVersion) {
        Actor who = actor.get();
        policy.requireTakePart(who);
        List<Violation> faults = new ArrayList<>();
        Integer place = check(content, faults);
        RuleViolation.throwIfAny(faults);
        save(who, content, seenVersion, place);
        searchRows.refresh(who.personId());
        return membership();
    }

    private void save(Actor who, PoolContent content, int seenVersion, int place) {
        boolean before = queries.membership(who.personId()).filter(PoolMembership::participating).isPresent();
        PoolMembership wanted = new PoolMembership(seenVersion, content.participating(), content.maxTravelMinutes(), content.maxMinutesPerWeek(), null, 0);
        if (!queries.save(who.personId(), seenVersion, wanted, place, clock.instant())) {
            throw new StaleData("stale");
        }
        if (!content.participating()) {
            busy.remove(who.personId());
        }
        searchRows.refresh(who.personId());
        if (before && !content.participating()) {
            leaving.left(who.personId());
        }
        String what = before == content.participating() ? "changed" : content.participating() ? "joined" : "left";
        audit.record(who, what, "pool", who.personId(), null, Map.of());
    }

    /** R11: ends taking part, at any time, whatever else happened to the page meanwhile. */
    public void leave() {
        Actor who = actor.get();
        policy.requireTakePart(who);
        if (queries.leave(who.personId(), clock.instant())) {
            // Only who takes part has a reason to let us know when she is busy
            busy.remove(who.personId());
            leaving.left(who.personId());
            searchRows.refresh(who.personId());
            audit.record(who, "left", "pool", who.personId(), null, Map.of());
        }
    }

    /** @return id of the place; null when there is a fault */
    private Integer check(PoolContent content, List<Violation> faults) {
        if (content.participating() == null) {
            faults.add(Violation.of("participating", "pool.participating.required"));
        }
        Integer travel = content.maxTravelMinutes();
        if (travel == null || travel < 0 || travel > PoolMembership.MOST_TRAVEL) {
            faults.add(Violation.of("maxTravelMinutes", "pool.travel.range", PoolMembership.MOST_TRAVEL));
        }
        Integer hours = content.maxMinutesPerWeek();
        if (hours == null || hours < 0 || hours > PoolMembership.MOST_PER_WEEK) {
            faults.add(Violation.of("maxMinutesPerWeek", "pool.hours.range", PoolMembership.MOST_PER_WEEK / 60));
        }
        return place(content.place(), faults);
    }

    private Integer place(String typed, List<Violation> faults) {
        if (typed == null || typed.isBlank()) {
            Integer usual = queries.usualPlace(actor.get().personId(), LocalDate.now(clock)).orElse(null);
            if (usual == null) {
                faults.add(Violation.of("place", "pool.place.required"));
            }
            return usual;
        }
        Matcher both = NAME_AND_PROVINCE.matcher(typed.strip());
        List<FoundPlace> found = typed.length() > 200 || typed.indexOf('\u0000') >= 0 ? List.of()
            : both.matches() ? queries.placesNamed(both.group(1), both.group(2)) : queries.placesNamed(typed.strip(), null);
        if (found.isEmpty() && both.matches() && typed.length() <= 200 && typed.indexOf('\u0000') < 0) {
            // A few names hold brackets themselves
            found = queries.placesNamed(typed.strip(), null);
        }
        if (found.size() == 1) {
            return found.get(0).id();
        }
        faults.add(found.isEmpty() ? Violation.of("place", "pool.place.unknown")
            : Violation.of("place", "pool.place.several", found.stream().map(FoundPlace::label).distinct().reduce((a, b) -> a + ", " + b).orElse("")));
        return null;
    }

    /** @return places whose name begins with the text, as they are typed */
    @OpenToAllStaff
    public List<String> places(String start) {
        return start == null || start.isBlank() || start.length() > 100 || start.indexOf('\u0000') >= 0 ? List.of()
            : queries.placesLike(start.strip(), PLACES_SHOWN);
    }

    /** @return the moment by which a page tells what is past */
    @OpenToAllStaff
    public Instant now() {
        return clock.instant();
    }

    /** @return the caller's own week and exceptions */
    @OpenToAllStaff
    public AvailabilityView availability() {
        UUID person = actor.get().personId();
        return new AvailabilityView(queries.membership(person).map(PoolMembership::availabilityVersion).orElse(0), queries.week(person),
            queries.overrides(person));
    }

    /**
     * @param seenVersion version that she saw, 0 for the first time
     * @throws RuleViolation with a violation per field
     */
    public AvailabilityView saveAvailability(AvailabilityContent content, int seenVersion) {
        Actor who = actor.get();
        policy.requireTakePart(who);
        Checked checked = check(content);
        replace(who, checked, seenVersion);
        searchRows.refresh(who.personId());
        return availability();
    }

    /** Both at once, as the page saves them: either all of it or nothing. */
    public void saveAll(PoolContent pool, int seenPool, AvailabilityContent content, int seenAvailability) {
        Actor who = actor.get();
        policy.requireTakePart(who);
        List<Violation> faults = new ArrayList<>();
        Integer place = check(pool, faults);
        RuleViolation.throwIfAny(faults);
        Checked checked = check(content);
        save(who, pool, seenPool, place);
        replace(who, checked, seenAvailability);
        searchRows.refresh(who.personId());
    }

    private record Checked(WeeklyPattern week, List<AvailabilityOverride> overrides) {
    }

    private static Checked check(AvailabilityContent content) {
        List<Violation> faults = new ArrayList<>();
        List<WeeklyHours> hours = new ArrayList<>();
        if (content.weekly().size() > MOST_WEEKLY) {
            faults.add(Violation.of("weekly", "availability.weekly.tooMany", MOST_WEEKLY));
        } else {
            for (int i = 0; i < content.weekly().size(); i++) {
                week(content.weekly().get(i), "weekly[" + i + "].", hours, faults);
            }
        }
        List<AvailabilityOverride> overrides = new ArrayList<>();
        if (content.overrides().size() > MOST_OVERRIDES) {
            faults.add(Violation.of("overrides", "availability.override.tooMany", MOST_OVERRIDES));
        } else {
            for (int i = 0; i < content.overrides().size(); i++) {
                override(content.overrides().get(i), "overrides[" + i + "].", overrides, faults);
            }
        }
        RuleViolation.throwIfAny(faults);
        return new Checked(WeeklyPattern.of(hours), overrides);
    }

    private static void week(AvailabilityContent.Day day, String field, List<WeeklyHours> hours, List<Violation> faults) {
        if (day == null || day.day() == null) {
            faults.add(Violation.of(field + "day", "availability.day.required"));
            return;
        }
        try {
            hours.add(WeeklyHours.of(day.day(), day.from(), day.to()));
        } catch (RuleViolation refusal) {
            faults.add(Violation.of(field + (isTime(day.from()) ? "to" : "from"), refusal.key(), refusal.arguments()));
        }
    }

    private static boolean isTime(String text) {
        return text != null && text.matches("([01]\\d|2[0-3]):[0-5]\\d");
    }

    private static void override(AvailabilityContent.Extra one, String field, List<AvailabilityOverride> overrides, List<Violation> faults) {
        int before = faults.size();
        if (one == null || one.start() == null || !THIS_CENTURY.contains(one.start())) {
            faults.add(Violation.of(field + "start", one == null || one.start() == null ? "shift.time.required" : "shift.time.range"));
        }
        if (one == null || one.end() == null || !THIS_CENTURY.contains(one.end())) {
            faults.add(Violation.of(field + "end", one == null || one.end() == null ? "shift.time.required" : "shift.time.range"));
        }
        if (one == null || one.available() == null) {
            faults.add(Violation.of(field + "available", "availability.override.available"));
        }
        if (faults.size() == before && one != null) {
            if (one.end().isAfter(one.start())) {
                overrides.add(AvailabilityOverride.of(one.start(), one.end(), one.available()));
            } else {
                faults.add(Violation.of(field + "end", "availability.override.endAfterStart"));
            }
        }
    }

    private void replace(Actor who, Checked checked, int seenVersion) {
        claim(who, seenVersion);
        queries.replaceWeek(who.personId(), checked.week());
        queries.removeOverrides(who.personId());
        queries.addOverrides(who.personId(), checked.overrides());
        searchRows.refresh(who.personId());
        audit.record(who, "changed", "availability", who.personId(), null,
            Map.of("minutesPerWeek", checked.week().minutesPerWeek(), "overrides", checked.overrides().size()));
    }

    /** A week hangs on a membership: who saves her week first does not take part yet and begins where she works. */
    private void claim(Actor who, int seenVersion) {
        if (queries.membership(who.personId()).isEmpty()) {
            int place = queries.usualPlace(who.personId(), LocalDate.now(clock))
                .orElseThrow(() -> new RuleViolation(List.of(Violation.of("place", "pool.place.required"))));
            queries.save(who.personId(), 0, new PoolMembership(0, false, PoolMembership.USUAL_TRAVEL, PoolMembership.USUAL_PER_WEEK, null, 0), place,
                clock.instant());
        }
        if (!queries.claimAvailability(who.personId(), seenVersion, clock.instant())) {
            throw new StaleData("stale");
        }
    }

    /**
     * Adds the busy time of a calendar of the coming half year as exceptions. What is blocked already is not added
     * again, so the same file may be sent every week. No text of the file is kept (R8).
     *
     * @param seenVersion null for whatever it is now
     */
    public CalendarImport importCalendar(byte[] file, Integer seenVersion) {
        Actor who = actor.get();
        policy.requireTakePart(who);
        Instant from = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Period window = new Period(from, from.plus(CALENDAR_DAYS, ChronoUnit.DAYS));
        BusyCalendar.Busy busy = BusyCalendar.read(file, window);
        AvailabilityView now = availability();
        List<Period> blocked = now.overrides().stream().filter(one -> !one.available()).map(AvailabilityOverride::period).toList();
        List<AvailabilityOverride> added = Periods.without(Periods.clipped(busy.periods(), window), blocked).stream()
            .map(period -> new AvailabilityOverride(period, false)).toList();
        if (now.overrides().size() + added.size() > MOST_OVERRIDES) {
            throw new RuleViolation("calendar.tooMuch");
        }
        claim(who, Objects.requireNonNullElse(seenVersion, now.version()));
        queries.addOverrides(who.personId(), added);
        searchRows.refresh(who.personId());
        audit.record(who, "imported", "availability", who.personId(), null, Map.of("overrides", added.size()));
        return new CalendarImport(now.version() + 1, added.size(), busy.periods().size(), busy.ignored(), window.start(), window.end());
    }
}
