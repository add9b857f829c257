package nl.vliegwiel.platform.rule;

import java.util.List;

/** A rule of the product refuses. The API answers 422, a page shows the text at the field or above the form. */
public class RuleViolation extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public RuleViolation(String key, Object... arguments) {
        super(key, arguments);
        this.violations = List.of();
    }

    /** Faults per field; the first one's key speaks for the whole. */
    public RuleViolation(List<Violation> violations) {
        super(violations.get(0).key(), violations.get(0).arguments().toArray());
        this.violations = List.copyOf(violations);
    }

    /** Throws when there is at least one violation, else does nothing. */
    public static void throwIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new RuleViolation(violations);
        }
    }

    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
