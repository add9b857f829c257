package nl.vliegwiel.platform.signon;

/** The identity provider does not answer. */
class ProviderDown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderDown(Throwable cause) {
        super("The identity provider does not answer: " + cause.getMessage(), cause);
    }
}
