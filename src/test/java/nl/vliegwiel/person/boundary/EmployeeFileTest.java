package nl.vliegwiel.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.vliegwiel.person.boundary.EmployeeFile.Column;
import nl.vliegwiel.person.boundary.EmployeeFile.Row;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmployeeFileTest {
    private static final String HEADINGS = "email,givenName,familyName,function,hoursPerWeek,place,startDate,endDate\n";
    private static final String ZOE = "zoe@duinrand.example,Zoë,van ’t Hoff,Frontoffice,24,Alkmaar,2027-01-01,\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsWhatSpreadsheetsWrite(String charset) {
        String mark = charset.equals("windows-1252") ? "" : "\uFEFF";
        Row row = only((mark + HEADINGS + ZOE).getBytes(Charset.forName(charset)));
        assertThat(row.value(Column.GIVEN_NAME)).isEqualTo("Zoë");
        assertThat(row.value(Column.FAMILY_NAME)).isEqualTo("van ’t Hoff");
        assertThat(row.value(Column.END_DATE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {",", ";", "'\t'"})
    void findsTheSeparatorInTheHeadings(String separator) {
        Row row = only((HEADINGS + ZOE).replace(",", separator));
        assertThat(row.value(Column.PLACE)).isEqualTo("Alkmaar");
    }

    @Test
    void takesHeadingsInAnyOrderAndCaseAndInDutch() {
        Row row = only("Begindatum;ACHTERNAAM;Uren per week;E-mail;functie;voornaam\n1-1-2027;Hoff;24,5;zoe@duinrand.example;Balie;Zoë\n");
        assertThat(row.value(Column.START_DATE)).isEqualTo("1-1-2027");
        assertThat(row.value(Column.HOURS_PER_WEEK)).isEqualTo("24,5");
        assertThat(row.values()).doesNotContainKey(Column.END_DATE);
    }

    @Test
    void countsLinesAsAnEditorDoes() {
        List<Row> rows = EmployeeFile.read(bytes(HEADINGS + "\n" + ZOE + ",,,,,,,\n" + "\"a\"\"b\",\"two\nlines\",c,d,e,f,g,h\n" + ZOE));
        assertThat(rows).extracting(Row::line).containsExactly(3, 5, 7);
        assertThat(rows.get(1).value(Column.EMAIL)).isEqualTo("a\"b");
    }

    @Test
    void readsALineEndWithinACellAsASpace() {
        assertThat(only(HEADINGS + ZOE.replace("Frontoffice", "\"Front\r\noffice\"")).value(Column.FUNCTION)).isEqualTo("Front office");
    }

    @Test
    void knowsAPdfByItsFirstLetters() {
        assertThatThrownBy(() -> EmployeeFile.read(bytes("%PDF-1.7\n1 0 obj\n"))).hasMessageContaining("import.file.notCsv");
    }

    @Test
    void countsTheLineWithTheSeparatorToo() {
        assertThat(only("sep=;\n" + (HEADINGS + ZOE).replace(',', ';')).line()).isEqualTo(3);
    }

    @Test
    void saysWhereARowHasTooManyCells() {
        List<Row> rows = EmployeeFile.read(bytes(HEADINGS + ZOE + "a,b,c,d,e,f,g,h,i\n" + ZOE));
        assertThat(rows).extracting(Row::fault).containsExactly(null, "import.row.tooManyCells", null);
    }

    @Test
    void saysWhereAQuoteIsLeftOpen() {
        List<Row> rows = EmployeeFile.read(bytes(HEADINGS + ZOE + ZOE + "\"zoe@duinrand.example,Zoë\n" + ZOE));
        assertThat(rows).hasSize(3);
        assertThat(rows.get(2)).isEqualTo(new Row(4, Map.of(), "import.row.quote"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''|import.file.empty",
        "'  \n '|import.file.empty",
        "'email,givenName,familyName,function,hoursPerWeek,startDate\n'|import.file.noRows",
        "'email,givenName\na,b\n'|import.heading.missing",
        "'email,givenName,familyName,function,hoursPerWeek,startDate,bsn\na,b,c,d,e,f,g\n'|import.heading.unknown",
        "'email,givenName,familyName,function,hoursPerWeek,startDate,E-mail\na,b,c,d,e,f,g\n'|import.heading.twice",
    })
    void refusesAFileWithoutTheRightColumns(String file, String key) {
        assertThatThrownBy(() -> EmployeeFile.read(bytes(file))).isInstanceOf(RuleViolation.class).hasMessageStartingWith(key);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> EmployeeFile.read(new byte[] {'P', 'K', 3, 4, 0, 0, 8})).isInstanceOf(RuleViolation.class).hasMessageStartingWith("import.file.notCsv");
    }

    @Test
    void refusesMoreRowsThanAnyLibraryHas() {
        String file = HEADINGS + ZOE.repeat(EmployeeFile.MOST_ROWS + 1);
        assertThatThrownBy(() -> EmployeeFile.read(bytes(file))).isInstanceOf(RuleViolation.class).hasMessageStartingWith("import.file.tooLong");
    }

    private static Row only(String file) {
        return only(bytes(file));
    }

    private static Row only(byte[] file) {
        List<Row> rows = EmployeeFile.read(file);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).fault()).isNull();
        return rows.get(0);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
