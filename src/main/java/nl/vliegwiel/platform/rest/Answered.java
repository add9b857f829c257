package nl.vliegwiel.platform.rest;

import jakarta.ws.rs.core.Response;

/** Ends a call that was answered before: its first answer is given again, and nothing is done. */
class Answered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Response answer;

    Answered(Response answer) {
        super("answered before", null, false, false);
        this.answer = answer;
    }

    Response answer() {
        return answer;
    }
}
