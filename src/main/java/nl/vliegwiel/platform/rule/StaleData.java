package nl.vliegwiel.platform.rule;

/** Answered as 412, for a change of a version that is no longer the newest. */
public class StaleData extends Refusal {
    private static final long serialVersionUID = 1L;

    public StaleData(String key, Object... arguments) {
        super(key, arguments);
    }
}
