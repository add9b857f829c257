package nl.vliegwiel.flexpool.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;

/** R9: off until both libraries recorded consent, and over by itself after three weeks. */
class EvaluationTermTest {
    private static final Instant END = LocalDateTime.of(2027, 3, 15, 13, 0).atZone(Zones.AMSTERDAM).toInstant();
    private static final Instant BEFORE = END.minus(Duration.ofDays(30));
    private static final Instant SOON = END.plus(Duration.ofHours(1));

    @Test
    void offByDefaultAndWithTheConsentOfOneOnly() {
        assertThat(new EvaluationTerm(END, null, null).mayWrite(SOON)).isFalse();
        assertThat(new EvaluationTerm(END, BEFORE, null).mayWrite(SOON)).isFalse();
        assertThat(new EvaluationTerm(END, null, BEFORE).mayWrite(SOON)).isFalse();
        assertThat(new EvaluationTerm(END, BEFORE, BEFORE).mayWrite(SOON)).isTrue();
    }

    @Test
    void nobodyIsAskedAboutWhatEndedBeforeTheConsent() {
        EvaluationTerm late = new EvaluationTerm(END, BEFORE, END.plusSeconds(1));
        assertThat(late.isOn()).isTrue();
        assertThat(late.isAsked()).isFalse();
        assertThat(late.mayWrite(SOON)).isFalse();
        assertThat(new EvaluationTerm(END, END, BEFORE).isAsked()).as("recorded at that very moment").isTrue();
    }

    @Test
    void threeWeeksByTheCalendarAlsoOverAClockChange() {
        EvaluationTerm term = new EvaluationTerm(END, BEFORE, BEFORE);
        Instant last = LocalDateTime.of(2027, 4, 5, 13, 0).atZone(Zones.AMSTERDAM).toInstant();
        assertThat(term.until()).isEqualTo(last);
        assertThat(term.mayWrite(END.minusSeconds(1))).as("not before it ended").isFalse();
        assertThat(term.mayWrite(END)).isTrue();
        assertThat(term.mayWrite(last.minusSeconds(1))).isTrue();
        assertThat(term.mayWrite(last)).isFalse();
        assertThat(term.isOver(last)).isTrue();
    }

    @Test
    void bothChoicesAreAskedAndWordsMayStayAway() {
        assertThat(new EvaluationText(null, null, " ", null).check()).extracting(Violation::field).containsExactly("asAgreed", "prepared");
        assertThat(new EvaluationText(Extent.YES, Extent.NO, null, "").check()).isEmpty();
        assertThat(new EvaluationText(Extent.YES, Extent.NO, "x".repeat(EvaluationText.LONGEST + 1), null).check()).extracting(Violation::field).containsExactly("wentWell");
    }
}
