package nl.vliegwiel.platform.rule;

/** Answered as 409, for what the present state or another booking excludes. */
public class Conflict extends Refusal {
    private static final long serialVersionUID = 1L;

    public Conflict(String key, Object... arguments) {
        super(key, arguments);
    }
}
