package nl.vliegwiel.platform.actor;

import nl.vliegwiel.platform.rule.Refusal;

/** Answered as 401. */
public class NotSignedIn extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotSignedIn() {
        super("notSignedIn");
    }
}
