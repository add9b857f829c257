package nl.vliegwiel.flexpool.domain.worktime;

import java.util.List;
import nl.vliegwiel.platform.time.Period;

/**
 * A rule that the shift would break.
 *
 * @param rule which
 * @param severity whether somebody may override it
 * @param figureMinutes what would come about, in minutes; an average per week for the means
 * @param limitMinutes what is allowed, in minutes
 * @param window the stretch of time that was looked at
 * @param key message key
 * @param arguments for the message: figure and limit in hours (minutes for BREAK and TRAVEL_BETWEEN_WORK), then the
 *        first and the last date of the window in Europe/Amsterdam
 */
public record Finding(WorkingTimeRule rule, Severity severity, int figureMinutes, int limitMinutes, Period window,
        String key, List<Object> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    public boolean isHard() {
        return severity == Severity.HARD;
    }
}
