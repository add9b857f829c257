package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.RequestContent.ShiftAsk;
import nl.vliegwiel.flexpool.domain.ShiftRules;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeLimits;
import nl.vliegwiel.platform.rule.Violation;
import org.junit.jupiter.api.Test;

class RequestCheckTest {
    private static final ShiftRules RULES = new ShiftRules(new WorkingTimeLimits(List.of()));

    @Test
    void letsAnOrdinaryTextPass() {
        assertThat(RequestCheck.texts("Extra mensen voor het Taalhuis", "Bel 0612345678 voor vragen over de cursus dementievriendelijk.")).isEmpty();
    }

    @Test
    void stopsACitizensNumber_R7() {
        assertThat(keys(RequestCheck.texts("Hulp bij de balie", "Nummer 123456782 hoort hierbij"))).containsExactly("description text.bsn.found");
    }

    @Test
    void stopsSomebodysIllness_R8() {
        assertThat(keys(RequestCheck.texts("Vervanging wegens ziekte", ""))).containsExactly("title request.text.health");
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(RequestCheck.texts("📚".repeat(120), "")).isEmpty();
        assertThat(keys(RequestCheck.texts("📚".repeat(121), "x".repeat(4001)))).containsExactly("title request.title.length",
            "description request.description.length");
        assertThat(keys(RequestCheck.texts("ab", ""))).containsExactly("title request.title.length");
    }

    @Test
    void stopsCharactersThatCannotBeKept() {
        assertThat(keys(RequestCheck.texts("Hulp\u0000balie", "regel 1\r\nregel 2"))).containsExactly("title request.text.control");
    }

    @Test
    void saysAtWhichShiftAndFieldATimeIsWrong() {
        List<Violation> faults = new ArrayList<>();
        RequestCheck.shifts(List.of(
            ask("2027-03-08T08:00:00Z", "2027-03-08T16:00:00Z"),
            ask("2027-03-08T16:00:00Z", "2027-03-08T08:00:00Z"),
            ask("2027-03-08T08:00:00Z", "2027-03-08T08:00:00Z"),
            ask("2027-03-08T08:00:00Z", "2027-03-09T14:00:00Z"),
            ask("+9999-12-31T00:00:00Z".replace("+", ""), "9999-12-31T08:00:00Z"),
            new ShiftAsk(null, null, null, null, null)), List.of(), RULES, faults);

        assertThat(keys(faults)).containsExactly("shifts[1].end shift.end.afterStart", "shifts[2].end shift.end.afterStart",
            "shifts[3].end shift.length.tooLong", "shifts[4].start shift.time.range", "shifts[4].end shift.time.range",
            "shifts[5].start shift.time.required", "shifts[5].end shift.time.required");
    }

    @Test
    void refusesAnEmptyPlaceInTheListAndAShiftOfAnotherRequest() {
        List<Violation> faults = new ArrayList<>();
        List<ShiftAsk> asks = new ArrayList<>(Collections.singletonList(null));
        asks.add(new ShiftAsk(new UUID(9, 9), Instant.parse("2027-03-08T08:00:00Z"), Instant.parse("2027-03-08T12:00:00Z"), 1, 0));
        RequestCheck.shifts(asks, List.of(), RULES, faults);

        assertThat(keys(faults)).contains("shifts[0].start shift.time.required", "shifts[1].id request.shift.unknown");
    }

    private static ShiftAsk ask(String start, String end) {
        return new ShiftAsk(null, Instant.parse(start), Instant.parse(end), null, null);
    }

    private static List<String> keys(List<Violation> faults) {
        return faults.stream().map(fault -> fault.field() + " " + fault.key()).toList();
    }
}
