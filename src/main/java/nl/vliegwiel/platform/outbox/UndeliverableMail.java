package nl.vliegwiel.platform.outbox;

/** This mail can never arrive: its address is none, or the mail server refuses it for good. */
class UndeliverableMail extends Exception {
    private static final long serialVersionUID = 1L;

    UndeliverableMail(String message) {
        super(message);
    }

    UndeliverableMail(String message, Throwable cause) {
        super(message, cause);
    }
}
