package nl.vliegwiel.flexpool.boundary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RecurrenceId;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/**
 * The busy time in an iCalendar file. Only begin and end are read; titles, places and people never leave this class.
 * A file decides how much work it makes, so there are caps: events, rules that repeat within a day, and time.
 */
final class BusyCalendar {
    /** More than a decade of a full diary. */
    private static final int MOST_EVENTS = 20_000;
    private static final int MOST_PERIODS = 20_000;
    private static final long MOST_NANOS = 5_000_000_000L;
    /** Characters; an attachment in the text of an event is long, but folded into short lines. */
    private static final int LONGEST_LINE = 100_000;
    /** A calendar holds events and time zones, which hold alarms and rules. */
    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 50_000;
    /** A rule is walked from its first day on. */
    private static final int OLDEST_YEARS = 150;
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
    private static final int LONGEST_RULE = 1_000;
    private static final Pattern RULE = Pattern.compile("(?i)(RRULE|EXRULE)\\b");
    private static final Pattern OFTEN = Pattern.compile("(?i)FREQ=(SECONDLY|MINUTELY|HOURLY)|BY(HOUR|MINUTE|SECOND)=[^;]*,|INTERVAL=0*(;|$)");

    private final Period window;
    private final List<Period> busy = new ArrayList<>();
    private int ignored;

    private BusyCalendar(Period window) {
        this.window = window;
    }

    /** Busy periods that meet the window, in the order of the file, and the number of events left out. */
    record Busy(List<Period> periods, int ignored) {
    }

    /**
     * @param file iCalendar in UTF-8
     * @param window only what meets it is given
     * @throws RuleViolation {@code calendar.unreadable}, {@code calendar.tooMuch} or {@code calendar.rule}
     */
    static Busy read(byte[] file, Period window) {
        BusyCalendar reader = new BusyCalendar(window);
        reader.events(parsed(file));
        return new Busy(reader.busy, reader.ignored);
    }

    private static Calendar parsed(byte[] file) {
        requireModest(new String(file, StandardCharsets.UTF_8));
        try {
            return new CalendarBuilder().build(new ByteArrayInputStream(file));
        } catch (IOException | ParserException e) {
            throw unreadable(e);
        } catch (RuntimeException e) {
            // The library throws all kinds at a value that it cannot read
            throw unreadable(e);
        }
    }

    /** Looks at the text before the library does, which would follow it wherever it leads. */
    private static void requireModest(String text) {
        int longest = text.lines().mapToInt(String::length).max().orElse(0);
        if (longest > LONGEST_LINE) {
            throw new RuleViolation("calendar.unreadable");
        }
        int depth = 0;
        int parts = 0;
        for (String line : FOLD.matcher(text).replaceAll("").split("[\\r\\n]+")) {
            if (line.regionMatches(true, 0, "BEGIN:", 0, 6)) {
                depth++;
                parts++;
            } else if (line.regionMatches(true, 0, "END:", 0, 4)) {
                depth--;
            } else if (RULE.matcher(line).lookingAt() && (line.length() > LONGEST_RULE || OFTEN.matcher(line).find())) {
                // A diary does not repeat every second; a file that says so only makes work
                throw new RuleViolation("calendar.rule");
            }
            if (depth > DEEPEST) {
                throw new RuleViolation("calendar.unreadable");
            }
            if (parts > MOST_PARTS) {
                throw new RuleViolation("calendar.tooMuch");
            }
        }
    }

    private static RuleViolation unreadable(Exception cause) {
        RuleViolation refusal = new RuleViolation("calendar.unreadable");
        refusal.addSuppressed(cause);
        return refusal;
    }

    private void events(Calendar calendar) {
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        if (events.size() > MOST_EVENTS) {
            throw new RuleViolation("calendar.tooMuch");
        }
        Map<String, Set<Instant>> moved = moved(events);
        long begin = System.nanoTime();
        for (VEvent event : events) {
            try {
                add(event, moved);
            } catch (RuleViolation refusal) {
                throw refusal;
            } catch (RuntimeException e) {
                throw unreadable(e);
            }
            if (System.nanoTime() - begin > MOST_NANOS || busy.size() > MOST_PERIODS) {
                throw new RuleViolation("calendar.tooMuch");
            }
        }
    }

    /** Occurrences that have an event of their own instead, by the id of their series. */
    private static Map<String, Set<Instant>> moved(List<VEvent> events) {
        Map<String, Set<Instant>> moved = new HashMap<>();
        for (VEvent event : events) {
            Optional<Property> instead = event.getProperty(Property.RECURRENCE_ID);
            if (instead.isPresent() && ((RecurrenceId<?>) instead.get()).getDate() != null) {
                moved.computeIfAbsent(uid(event), id -> new HashSet<>()).add(instant(((RecurrenceId<?>) instead.get()).getDate()));
            }
        }
        return moved;
    }

    private void add(VEvent event, Map<String, Set<Instant>> moved) {
        if ("TRANSPARENT".equals(value(event, Property.TRANSP)) || "CANCELLED".equals(value(event, Property.STATUS))) {
            ignored++;
            return;
        }
        int before = busy.size();
        boolean single = event.getProperty(Property.RECURRENCE_ID).isPresent();
        if (!single && (event.getProperty(Property.RRULE).isPresent() || event.getProperty(Property.RDATE).isPresent())) {
            requireRecent(event);
            Set<Instant> elsewhere = moved.getOrDefault(uid(event), Set.of());
            for (net.fortuna.ical4j.model.Period<Temporal> one : event.<Temporal>calculateRecurrenceSet(around(event))) {
                Instant start = instant(one.getStart());
                if (!elsewhere.contains(start)) {
                    add(start, instant(one.getEnd()));
                }
            }
        } else {
            once(event);
        }
        if (busy.size() == before) {
            ignored++;
        }
    }

    private void once(VEvent event) {
        Optional<Temporal> start = start(event);
        if (start.isEmpty()) {
            return;
        }
        Instant begin = instant(start.get());
        boolean wholeDay = start.get() instanceof LocalDate;
        boolean hasEnd = event.getProperty(Property.DTEND).isPresent() || event.getProperty(Property.DURATION).isPresent();
        Instant end = hasEnd ? event.<Temporal>getEndDate(true).map(date -> instant(date.getDate())).orElse(begin) : begin;
        // Without end or length an event lasts its day, or no time at all
        add(begin, wholeDay && !end.isAfter(begin) ? instant(((LocalDate) start.get()).plusDays(1)) : end);
    }

    private static Optional<Temporal> start(VEvent event) {
        return event.getProperty(Property.DTSTART).map(property -> ((DtStart<?>) property).getDate());
    }

    private void add(Instant start, Instant end) {
        if (end.isAfter(start)) {
            Period period = new Period(start, end);
            if (window.overlaps(period)) {
                busy.add(period);
            }
        }
    }

    /** The window in the kind of time that the event is written in, with a day to spare. */
    private net.fortuna.ical4j.model.Period<? extends Temporal> around(VEvent event) {
        ZonedDateTime from = window.start().atZone(Zones.AMSTERDAM).minusDays(1);
        ZonedDateTime until = window.end().atZone(Zones.AMSTERDAM).plusDays(1);
        Temporal start = start(event).orElse(from);
        if (start instanceof LocalDate) {
            return new net.fortuna.ical4j.model.Period<>(from.toLocalDate(), until.toLocalDate());
        }
        if (start instanceof LocalDateTime) {
            return new net.fortuna.ical4j.model.Period<>(from.toLocalDateTime(), until.toLocalDateTime());
        }
        return new net.fortuna.ical4j.model.Period<>(from, until);
    }

    /** Nobody's diary repeats since the Middle Ages; a rule from then would only be walked through. */
    private void requireRecent(VEvent event) {
        Instant oldest = window.start().minus(OLDEST_YEARS * 366L, ChronoUnit.DAYS);
        if (start(event).map(BusyCalendar::instant).filter(oldest::isAfter).isPresent()) {
            throw new RuleViolation("calendar.rule");
        }
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).map(text -> text.strip().toUpperCase(Locale.ROOT)).orElse("");
    }

    private static String uid(VEvent event) {
        return event.getProperty(Property.UID).map(Property::getValue).orElse("");
    }

    /** A whole day and a time without zone are meant as the wall clock here. */
    private static Instant instant(Temporal moment) {
        if (moment instanceof Instant instant) {
            return instant;
        }
        if (moment instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (moment instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        if (moment instanceof LocalDateTime local) {
            return local.atZone(Zones.AMSTERDAM).toInstant();
        }
        return LocalDate.from(moment).atStartOfDay(Zones.AMSTERDAM).toInstant();
    }
}
