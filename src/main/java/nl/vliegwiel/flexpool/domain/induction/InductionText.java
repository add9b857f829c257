package nl.vliegwiel.flexpool.domain.induction;

import java.util.ArrayList;
import java.util.List;
import nl.vliegwiel.platform.rule.Violation;

/**
 * What a sheet says.
 *
 * @param reportTo where and with whom to report
 * @param contact whom to call
 * @param keysIct keys, codes that may be told, log-ins and machines; null for nothing
 * @param houseRules null for none
 * @param safety the instruction that is accepted before the first shift
 */
public record InductionText(String reportTo, String contact, String keysIct, String houseRules, String safety) {
    private static final int SHORT = 500;
    private static final int MIDDLE = 2000;
    private static final int LONG = 4000;

    public InductionText {
        reportTo = tidy(reportTo);
        contact = tidy(contact);
        keysIct = tidy(keysIct);
        houseRules = tidy(houseRules);
        safety = tidy(safety);
    }

    private static String tidy(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What is missing or too long. */
    public List<Violation> check() {
        List<Violation> faults = new ArrayList<>();
        check(faults, "reportTo", reportTo, SHORT, true);
        check(faults, "contact", contact, SHORT, true);
        check(faults, "keysIct", keysIct, MIDDLE, false);
        check(faults, "houseRules", houseRules, LONG, false);
        check(faults, "safety", safety, LONG, true);
        return faults;
    }

    private static void check(List<Violation> faults, String field, String text, int longest, boolean needed) {
        if (text == null && needed) {
            faults.add(Violation.of(field, "induction.text.missing"));
        } else if (text != null && text.length() > longest) {
            faults.add(Violation.of(field, "placement.text.tooLong", longest));
        }
    }
}
