package nl.vliegwiel.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.vliegwiel.organisation.Place;
import nl.vliegwiel.person.boundary.EmployeeFile.Column;
import nl.vliegwiel.platform.rule.Violation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportRowTest {
    private static final Map<String, List<Place>> PLACES = Map.of(
        "Alkmaar", List.of(new Place(32, "Alkmaar", "Noord-Holland", 111, 516)),
        "Rijswijk", List.of(new Place(1, "Rijswijk", "Zuid-Holland", 82, 450), new Place(2, "Rijswijk", "Gelderland", 150, 440)));
    private final Map<Column, String> cells = new EnumMap<>(Column.class);

    @BeforeEach
    void anEmployeeWithNothingWrong() {
        cells.putAll(Map.of(Column.EMAIL, "Zoe.Hoff@Duinrand.example", Column.GIVEN_NAME, "Zoë", Column.FAMILY_NAME, "van ’t Hoff",
            Column.FUNCTION, "Frontoffice", Column.HOURS_PER_WEEK, "24", Column.PLACE, "Alkmaar", Column.START_DATE, "2027-01-01"));
    }

    @Test
    void understandsAWholeRow() {
        ImportRow row = read();
        assertThat(row.faults()).isEmpty();
        assertThat(row).isEqualTo(new ImportRow(9, "zoe.hoff@duinrand.example", "Zoë", "van ’t Hoff", "Frontoffice", 1440, 32,
            LocalDate.of(2027, 1, 1), null, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"24|1440", "24,5|1470", "24.5|1470", "7,33|440", "0|0", "60|3600", "7:20|440"})
    void readsHoursAsPeopleWriteThem(String text, int minutes) {
        cells.put(Column.HOURS_PER_WEEK, text);
        assertThat(read().faults()).isEmpty();
        assertThat(read().minutesPerWeek()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3-5-2027", "03-05-2027", "3/5/2027", "3.5.2027", "2027-05-03", "2027-5-3", "2027-05-03T00:00:00"})
    void readsDatesAsSpreadsheetsWriteThem(String text) {
        cells.put(Column.START_DATE, text);
        assertThat(read().startsOn()).isEqualTo(LocalDate.of(2027, 5, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "EMAIL|''|email|import.email.missing",
        "EMAIL|zoe at duinrand|email|import.email.wrong",
        "EMAIL|'zoe@duinrand.example\nBcc: x@y.nl'|email|import.email.wrong",
        "EMAIL|=zoe@duinrand.example|email|import.email.wrong",
        "GIVEN_NAME|''|givenName|person.text.missing",
        "GIVEN_NAME|'=HYPERLINK(\"http://x\")'|givenName|person.text.formula",
        "FAMILY_NAME|@SUM(A1)|familyName|person.text.formula",
        "FUNCTION|-2+3|function|person.text.formula",
        "FUNCTION|a\u0007b|function|person.text.unreadable",
        "FUNCTION|bsn 123456782|function|text.bsn.found",
        "HOURS_PER_WEEK|''|hoursPerWeek|import.hours.missing",
        "HOURS_PER_WEEK|61|hoursPerWeek|import.hours.wrong",
        "HOURS_PER_WEEK|-4|hoursPerWeek|import.hours.wrong",
        "HOURS_PER_WEEK|veel|hoursPerWeek|import.hours.wrong",
        "PLACE|Atlantis|place|import.place.unknown",
        "PLACE|Rijswijk|place|import.place.several",
        "START_DATE|''|startDate|import.date.missing",
        "START_DATE|morgen|startDate|import.date.wrong",
        "START_DATE|2027-02-29|startDate|import.date.notThere",
        "START_DATE|3-13-2027|startDate|import.date.notThere",
        "START_DATE|1-1-27|startDate|import.date.wrong",
        "START_DATE|0001-01-01|startDate|import.date.wrong",
        "END_DATE|2026-12-31|endDate|import.end.beforeStart",
    })
    void saysWhatIsWrongAndWhere(Column column, String text, String field, String key) {
        cells.put(column, text);
        assertThat(read().faults()).extracting(Violation::field, Violation::key)
            .contains(tuple(field, key));
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        cells.put(Column.EMAIL, "x");
        cells.put(Column.HOURS_PER_WEEK, "x");
        cells.put(Column.START_DATE, "x");
        assertThat(read().faults()).extracting(Violation::field).containsExactly("email", "hoursPerWeek", "startDate");
    }

    @Test
    void aRowThatCannotBeReadHasOneFault() {
        ImportRow row = ImportRow.of(new EmployeeFile.Row(4, Map.of(), "import.row.quote"), text -> List.of());
        assertThat(row.faults()).extracting(Violation::key).containsExactly("import.row.quote");
    }

    private ImportRow read() {
        return ImportRow.of(new EmployeeFile.Row(9, cells, null), text -> PLACES.getOrDefault(text, List.of()));
    }
}
