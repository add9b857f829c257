package nl.vliegwiel.platform.rest;

import nl.vliegwiel.platform.rule.Refusal;

/** Answered as 428, for a change without If-Match. */
public class VersionMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public VersionMissing(String key, Object... arguments) {
        super(key, arguments);
    }
}
