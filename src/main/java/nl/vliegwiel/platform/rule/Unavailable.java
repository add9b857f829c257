package nl.vliegwiel.platform.rule;

/** Answered as 503, for what fails because the database does not answer; the same call may succeed a moment later. */
public class Unavailable extends Refusal {
    /** Seconds after which it makes sense to try again, as {@code Retry-After} says. */
    public static final int RETRY_SECONDS = 10;
    private static final long serialVersionUID = 1L;

    public Unavailable(String key, Object... arguments) {
        super(key, arguments);
    }
}
