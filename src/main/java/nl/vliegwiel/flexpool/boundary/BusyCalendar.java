package nl.vliegwiel.flexpool.boundary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        try {
            return new CalendarBuilder().build(new ByteArrayInputStream(file));
        } catch (IOException | ParserException e) {
            throw unreadable(e);
        } catch (RuntimeException e) {
            // The library throws all kinds at a value that it cannot read
            throw unreadable(e);
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
            requireCalm(event);
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

    /** A diary does not repeat every second; a file that says so only makes work. */
    private static void requireCalm(VEvent event) {
        for (Property rule : event.getProperties(Property.RRULE)) {
            String text = rule.getValue() == null ? "" : rule.getValue().toUpperCase(Locale.ROOT);
            boolean often = text.contains("FREQ=SECONDLY") || text.contains("FREQ=MINUTELY") || text.contains("FREQ=HOURLY")
                || text.matches(".*BY(HOUR|MINUTE|SECOND)=[^;]*,.*");
            if (often) {
                throw new RuleViolation("calendar.rule");
            }
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
