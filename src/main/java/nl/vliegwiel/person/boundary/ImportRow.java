package nl.vliegwiel.person.boundary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.vliegwiel.organisation.Place;
import nl.vliegwiel.person.boundary.EmployeeFile.Column;
import nl.vliegwiel.person.domain.Employment;
import nl.vliegwiel.person.domain.Person;
import nl.vliegwiel.person.domain.PersonName;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;

/**
 * One employee as the file tells her, understood: what is wrong with the line stands in the faults, and what is right
 * in the other parts.
 *
 * @param line number in the file
 * @param minutesPerWeek contract minutes
 * @param placeId null when the cell is empty
 * @param endsOn last day; null for an open end
 */
record ImportRow(int line, String email, String givenName, String familyName, String function, int minutesPerWeek, Integer placeId,
        LocalDate startsOn, LocalDate endsOn, List<Violation> faults) {
    /** The plain form that people have; what a mail server would take beyond it is a typing error here. */
    private static final Pattern EMAIL = Pattern.compile("[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9](?:[a-z0-9-]{0,62}\\.)+[a-z]{2,24}");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,2}))?");
    private static final Pattern CLOCK_HOURS = Pattern.compile("(\\d{1,3}):([0-5]\\d)");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:T[\\d:.Z+-]{1,20})?");
    private static final Pattern DUTCH = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2099;

    /** Finds what a name of a place may mean. */
    interface PlaceFinder {
        List<Place> named(String text);
    }

    static ImportRow of(EmployeeFile.Row row, PlaceFinder places) {
        List<Violation> faults = new ArrayList<>();
        if (row.fault() != null) {
            faults.add(Violation.of("", row.fault()));
            return new ImportRow(row.line(), "", "", "", "", 0, null, null, null, faults);
        }
        String email = row.value(Column.EMAIL).toLowerCase(Locale.ROOT);
        if (email.length() > Person.LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
            faults.add(Violation.of(Column.EMAIL.field(), email.isEmpty() ? "import.email.missing" : "import.email.wrong"));
        }
        text(row, Column.GIVEN_NAME, Person.LONGEST_NAME, faults);
        text(row, Column.FAMILY_NAME, Person.LONGEST_NAME, faults);
        text(row, Column.FUNCTION, Employment.LONGEST_FUNCTION, faults);
        BsnGuard.check(Column.EMAIL.field(), email).ifPresent(faults::add);
        int minutes = minutes(row.value(Column.HOURS_PER_WEEK), faults);
        Integer place = place(row.value(Column.PLACE), places, faults);
        LocalDate start = date(row, Column.START_DATE, faults);
        LocalDate end = date(row, Column.END_DATE, faults);
        if (start != null && end != null && end.isBefore(start)) {
            faults.add(Violation.of(Column.END_DATE.field(), "import.end.beforeStart"));
        }
        return new ImportRow(row.line(), email, row.value(Column.GIVEN_NAME), row.value(Column.FAMILY_NAME), row.value(Column.FUNCTION),
            minutes, place, start, end, faults);
    }

    boolean isReadable() {
        return faults.isEmpty();
    }

    private static void text(EmployeeFile.Row row, Column column, int longest, List<Violation> faults) {
        PersonName.check(column.field(), row.value(column), longest).ifPresent(faults::add);
        BsnGuard.check(column.field(), row.value(column)).ifPresent(faults::add);
    }

    private static int minutes(String text, List<Violation> faults) {
        Matcher clock = CLOCK_HOURS.matcher(text);
        Matcher hours = HOURS.matcher(text);
        int minutes = -1;
        if (clock.matches()) {
            minutes = Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2));
        } else if (hours.matches()) {
            String fraction = hours.group(2) == null ? "0" : hours.group(2);
            int hundredths = Integer.parseInt(fraction.length() == 1 ? fraction + "0" : fraction);
            minutes = Integer.parseInt(hours.group(1)) * 60 + Math.round(hundredths * 0.6f);
        }
        if (minutes < 0 || minutes > Employment.MOST_MINUTES) {
            faults.add(Violation.of(Column.HOURS_PER_WEEK.field(), text.isEmpty() ? "import.hours.missing" : "import.hours.wrong"));
            return 0;
        }
        return minutes;
    }

    private static Integer place(String text, PlaceFinder places, List<Violation> faults) {
        if (text.isEmpty()) {
            return null;
        }
        List<Place> found = places.named(text);
        if (found.size() == 1) {
            return found.get(0).id();
        }
        faults.add(found.isEmpty() ? Violation.of(Column.PLACE.field(), "import.place.unknown")
            : Violation.of(Column.PLACE.field(), "import.place.several", found.get(0).label(), found.get(1).label()));
        return null;
    }

    private static LocalDate date(EmployeeFile.Row row, Column column, List<Violation> faults) {
        String text = row.value(column);
        if (text.isEmpty()) {
            if (column == Column.START_DATE) {
                faults.add(Violation.of(column.field(), "import.date.missing"));
            }
            return null;
        }
        Matcher iso = ISO.matcher(text);
        Matcher dutch = DUTCH.matcher(text);
        try {
            LocalDate date = null;
            if (iso.matches()) {
                date = LocalDate.of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)));
            } else if (dutch.matches()) {
                date = LocalDate.of(Integer.parseInt(dutch.group(3)), Integer.parseInt(dutch.group(2)), Integer.parseInt(dutch.group(1)));
            }
            if (date != null && date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            faults.add(Violation.of(column.field(), "import.date.notThere"));
            return null;
        }
        faults.add(Violation.of(column.field(), "import.date.wrong"));
        return null;
    }
}
