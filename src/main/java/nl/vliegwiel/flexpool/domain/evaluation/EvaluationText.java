package nl.vliegwiel.flexpool.domain.evaluation;

import java.util.ArrayList;
import java.util.List;
import nl.vliegwiel.platform.rule.Violation;

/**
 * What one side says of a placement. About the work and how it was arranged, never about what somebody is like.
 *
 * @param asAgreed the work was as it had been agreed
 * @param prepared the placement was well prepared
 * @param wentWell null for nothing
 * @param better what the two can do better; null for nothing
 */
public record EvaluationText(Extent asAgreed, Extent prepared, String wentWell, String better) {
    public static final int LONGEST = 1000;

    public EvaluationText {
        wentWell = tidy(wentWell);
        better = tidy(better);
    }

    private static String tidy(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What is missing or too long. */
    public List<Violation> check() {
        List<Violation> faults = new ArrayList<>();
        if (asAgreed == null) {
            faults.add(Violation.of("asAgreed", "evaluation.choice.missing"));
        }
        if (prepared == null) {
            faults.add(Violation.of("prepared", "evaluation.choice.missing"));
        }
        check(faults, "wentWell", wentWell);
        check(faults, "better", better);
        return faults;
    }

    private static void check(List<Violation> faults, String field, String text) {
        if (text != null && text.length() > LONGEST) {
            faults.add(Violation.of(field, "placement.text.tooLong", LONGEST));
        }
    }
}
