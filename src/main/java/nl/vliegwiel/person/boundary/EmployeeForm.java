package nl.vliegwiel.person.boundary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.vliegwiel.person.boundary.EmployeeFile.Column;
import nl.vliegwiel.person.boundary.ImportRow.PlaceFinder;
import nl.vliegwiel.person.domain.Employment;
import nl.vliegwiel.person.domain.PersonName;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;

/**
 * One employee as somebody typed her, all of it as text. It is read exactly as a line of a file is, so that a form and
 * an import never differ in what they take; the fields have the names of the columns, and employeeNumber besides.
 *
 * @param employeeNumber what the payroll calls the employment; may be empty, as place and endDate may
 */
public record EmployeeForm(String email, String givenName, String familyName, String employeeNumber, String function, String hoursPerWeek, String place,
        String startDate, String endDate) {
    private static final Set<String> OF_THE_PERSON = Set.of(Column.EMAIL.field(), Column.GIVEN_NAME.field(), Column.FAMILY_NAME.field());

    /** What was understood; the row holds only when there are no faults. */
    record Read(ImportRow row, String employeeNumber, List<Violation> faults) {
        Employment.Terms terms() {
            return new Employment.Terms(row.function(), row.minutesPerWeek(), row.placeId(), employeeNumber, row.startsOn(), row.endsOn());
        }
    }

    /** Person and employment. */
    Read read(PlaceFinder places) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.EMAIL, typed(email));
        cells.put(Column.GIVEN_NAME, typed(givenName));
        cells.put(Column.FAMILY_NAME, typed(familyName));
        cells.put(Column.FUNCTION, typed(function));
        cells.put(Column.HOURS_PER_WEEK, typed(hoursPerWeek));
        cells.put(Column.PLACE, typed(place));
        cells.put(Column.START_DATE, typed(startDate));
        cells.put(Column.END_DATE, typed(endDate));
        ImportRow row = ImportRow.of(new EmployeeFile.Row(1, cells, null), places);
        List<Violation> faults = new ArrayList<>(row.faults());
        String number = typed(employeeNumber);
        if (!number.isEmpty()) {
            PersonName.check("employeeNumber", number, Employment.LONGEST_NUMBER).ifPresent(faults::add);
            BsnGuard.check("employeeNumber", number).ifPresent(faults::add);
        }
        return new Read(row, number.isEmpty() ? null : number, faults);
    }

    /** Only what was agreed on: her address and name are as they are. */
    Read readTerms(PlaceFinder places) {
        Read whole = read(places);
        return new Read(whole.row(), whole.employeeNumber(), whole.faults().stream().filter(fault -> !OF_THE_PERSON.contains(fault.field())).toList());
    }

    private static String typed(String text) {
        return text == null ? "" : text.strip();
    }
}
