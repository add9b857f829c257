package nl.vliegwiel.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import nl.vliegwiel.organisation.Place;
import nl.vliegwiel.person.domain.Employment;
import nl.vliegwiel.platform.rule.Violation;
import org.junit.jupiter.api.Test;

class EmployeeFormTest {
    private static final ImportRow.PlaceFinder PLACES =
        text -> "Alkmaar".equals(text) ? List.of(new Place(32, "Alkmaar", "Noord-Holland", 111, 516)) : List.of();

    @Test
    void aFormIsReadAsALineOfAFile() {
        EmployeeForm.Read read = form("zoe@duinrand.example", " 0042 ", "24,5", "2027-03-01", "").read(PLACES);
        assertThat(read.faults()).isEmpty();
        assertThat(read.terms()).isEqualTo(new Employment.Terms("Frontoffice", 1470, 32, "0042", LocalDate.of(2027, 3, 1), null));
    }

    @Test
    void everyFaultIsSaidAtItsField() {
        assertThat(form("zoe", "", "veel", "morgen", "").read(PLACES).faults()).extracting(Violation::field)
            .containsExactly("email", "hoursPerWeek", "startDate");
    }

    @Test
    void anEmployeeNumberThatLooksLikeABsnIsStopped() {
        assertThat(form("zoe@duinrand.example", "123456782", "24", "2027-03-01", "").read(PLACES).faults())
            .extracting(Violation::field, Violation::key).containsExactly(tuple("employeeNumber", "text.bsn.found"));
    }

    @Test
    void aChangeOfWhatWasAgreedAsksNoNameAndNoAddress() {
        EmployeeForm.Read read = new EmployeeForm(null, null, null, null, "Frontoffice", "22:40", null, "2027-03-01", "2027-02-01").readTerms(PLACES);
        assertThat(read.faults()).extracting(Violation::field, Violation::key)
            .containsExactly(tuple("endDate", "import.end.beforeStart"));
    }

    private static EmployeeForm form(String email, String number, String hours, String start, String end) {
        return new EmployeeForm(email, "Zoë", "van ’t Hoff", number, "Frontoffice", hours, "Alkmaar", start, end);
    }
}
