package nl.vliegwiel.run;

/** A server cannot start or go on; the message is one sentence that tells a developer what to do. */
public class ServerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerFailure(String sentence) {
        super(sentence);
    }

    public ServerFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
