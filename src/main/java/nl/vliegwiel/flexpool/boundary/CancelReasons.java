package nl.vliegwiel.flexpool.boundary;

import java.util.List;
import nl.vliegwiel.flexpool.domain.CancelReason;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** Reasons as people and scripts send them: one of the closed list (R8). */
final class CancelReasons {
    private CancelReasons() {
    }

    /**
     * @param otherwise for none; null where one is needed
     * @throws RuleViolation {@code placement.reason.missing}, {@code placement.reason.unknown}
     */
    static CancelReason read(String name, CancelReason otherwise) {
        if (name == null || name.isBlank()) {
            if (otherwise == null) {
                throw new RuleViolation(List.of(Violation.of("reason", "placement.reason.missing")));
            }
            return otherwise;
        }
        return CancelReason.choices().stream().filter(reason -> reason.name().equals(name)).findFirst()
            .orElseThrow(() -> new RuleViolation(List.of(Violation.of("reason", "placement.reason.unknown"))));
    }
}
