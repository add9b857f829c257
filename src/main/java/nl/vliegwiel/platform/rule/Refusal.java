package nl.vliegwiel.platform.rule;

import java.util.List;

/**
 * Something a person asked that cannot be done, told as a message key with arguments; never a sentence,
 * so that pages, mails and the API say it in the reader's language.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    protected Refusal(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = arguments.clone();
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}
