package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A proposal for a week as a planner gets it from the page. */
final class Plans {
    private static final Duration MOST = Duration.ofSeconds(60);

    private Plans() {
    }

    /** Asks for a proposal for the week of this day and waits until it is ready. @return its id */
    static String ready(String account, LocalDate day) {
        Visitor visitor = new Visitor();
        visitor.signIn(account);
        return ready(visitor, day);
    }

    static String ready(Visitor visitor, LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String path = "/flexpool/planning?week=" + monday;
        String page = visitor.get(path).body();
        Visitor.Page answer = visitor.post(path, WebForm.of(page, "askForm").with("askForm:ask", "x").encoded());
        assertThat(answer.location()).as(answer.body()).contains("/flexpool/plan?id=");
        String id = answer.location().replaceAll(".*id=", "");
        Truth.eventually("the plan is ready", MOST, () -> Truth.number("select count(*) from plan_proposal where id = ?::uuid and state = 'READY'", id) == 1);
        return id;
    }
}
