package nl.vliegwiel.person.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import nl.vliegwiel.person.domain.Employment.Terms;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.Test;

class EmploymentTest {
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);
    private final Employment employment = Employment.begin(Ids.next(), Ids.next(), Ids.next(), new Terms("Balie", 1440, 32, null, MARCH, null));

    @Test
    void aChangeNamesWhatChanged() {
        assertThat(employment.change(new Terms("Balie", 960, null, "0042", MARCH, null))).containsExactly("minutesPerWeek", "place", "employeeNumber");
        assertThat(employment.minutesPerWeek()).isEqualTo(960);
    }

    @Test
    void theSameTermsChangeNothing() {
        assertThat(employment.change(new Terms("Balie", 1440, 32, null, MARCH, null))).isEmpty();
    }

    @Test
    void anEmploymentNeverEndsBeforeItBegins() {
        Terms backwards = new Terms("Balie", 1440, 32, null, MARCH, MARCH.minusDays(1));
        assertThatThrownBy(() -> employment.change(backwards)).isInstanceOf(RuleViolation.class);
        assertThat(employment.endsOn()).isNull();
    }
}
