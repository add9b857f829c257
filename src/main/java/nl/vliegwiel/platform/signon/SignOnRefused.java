package nl.vliegwiel.platform.signon;

/** An attempt to sign in, or a token, that fails a check. The message is for the log, never for the person. */
class SignOnRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignOnRefused(String message) {
        super(message);
    }

    SignOnRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
