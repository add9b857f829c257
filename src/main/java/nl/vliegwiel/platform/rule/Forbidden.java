package nl.vliegwiel.platform.rule;

/** Answered as 403, for what is yours to see but not to do. */
public class Forbidden extends Refusal {
    private static final long serialVersionUID = 1L;

    public Forbidden(String key, Object... arguments) {
        super(key, arguments);
    }
}
