package nl.vliegwiel.platform.rule;

/** Answered as 404, for what is not there or not yours to see (the two are never told apart). */
public class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotFound(String key, Object... arguments) {
        super(key, arguments);
    }
}
