package nl.vliegwiel.flexpool.domain.worktime;

import static nl.vliegwiel.flexpool.domain.worktime.Severity.HARD;
import static nl.vliegwiel.flexpool.domain.worktime.Severity.SOFT;
import static nl.vliegwiel.flexpool.domain.worktime.WindowUnit.DAYS;
import static nl.vliegwiel.flexpool.domain.worktime.WindowUnit.MINUTES_WORKED;
import static nl.vliegwiel.flexpool.domain.worktime.WindowUnit.SHIFT;

import java.time.LocalDate;
import java.util.List;

/** The limits of the Arbeidstijdenwet for adults as they are seeded, for tests. */
public final class Limits {
    public static final LocalDate FROM = LocalDate.of(2020, 1, 1);

    private Limits() {
    }

    public static WorkingTimeLimits law() {
        return new WorkingTimeLimits(rows());
    }

    public static List<WorkingTimeLimit> rows() {
        return List.of(
                row(WorkingTimeRule.SHIFT_LENGTH, 720, 1, SHIFT, HARD, "ATW 5:7"),
                row(WorkingTimeRule.BREAK, 15, 330, MINUTES_WORKED, HARD, "ATW 5:4, least by collective agreement"),
                row(WorkingTimeRule.BREAK, 30, 330, MINUTES_WORKED, SOFT, "ATW 5:4"),
                row(WorkingTimeRule.BREAK, 45, 600, MINUTES_WORKED, SOFT, "ATW 5:4"),
                row(WorkingTimeRule.DAILY_REST, 660, 1, DAYS, HARD, "ATW 5:3"),
                row(WorkingTimeRule.SHORTENED_DAILY_REST, 480, 7, DAYS, SOFT, "ATW 5:3"),
                row(WorkingTimeRule.WEEKLY_REST, 2160, 7, DAYS, HARD, "ATW 5:5"),
                row(WorkingTimeRule.FORTNIGHT_REST, 4320, 14, DAYS, HARD, "ATW 5:5"),
                row(WorkingTimeRule.FORTNIGHT_REST_BLOCK, 1920, 14, DAYS, HARD, "ATW 5:5"),
                row(WorkingTimeRule.WEEK, 3600, 7, DAYS, HARD, "ATW 5:7"),
                row(WorkingTimeRule.MEAN_OF_FOUR_WEEKS, 3300, 28, DAYS, HARD, "ATW 5:7"),
                row(WorkingTimeRule.MEAN_OF_SIXTEEN_WEEKS, 2880, 112, DAYS, HARD, "ATW 5:7"),
                row(WorkingTimeRule.TRAVEL_BETWEEN_WORK, 0, 1, SHIFT, HARD, "product"),
                row(WorkingTimeRule.OFFERED_HOURS, 0, 7, DAYS, SOFT, "employee"),
                row(WorkingTimeRule.CONTRACT_AND_OFFERED_HOURS, 0, 7, DAYS, SOFT, "contract"));
    }

    static WorkingTimeLimit row(WorkingTimeRule rule, int figure, int window, WindowUnit unit, Severity severity, String source) {
        return new WorkingTimeLimit(rule, figure, window, unit, severity, source, FROM, null);
    }
}
