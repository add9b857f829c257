package nl.vliegwiel.platform.inmail;

import java.util.UUID;

/** Does something with what people mail; given by a feature as a bean. The sender acts: {@code CurrentActor} is she. */
public interface MailRecipient {
    /** The kind of address that is its own. */
    boolean takes(char kind);

    /**
     * In a transaction that also keeps that this mail was taken.
     *
     * @param sender who wrote it, and may use the address
     * @param words without what was quoted; not empty
     * @throws nl.vliegwiel.platform.rule.Refusal when a rule is against it; then {@link #refused} follows
     */
    void take(UUID sender, char kind, UUID about, String subject, String words);

    /** Tells the sender why nothing came of her mail. */
    void refused(UUID sender, char kind, UUID about, Reason reason);

    /** Why nothing came of a mail. */
    enum Reason {
        /** The address is of somebody else. */
        NOT_YOURS,
        /** The address is too old. */
        TOO_OLD,
        /** Nothing of her own in it. */
        EMPTY,
        /** Something that looks like a BSN (R7). */
        BSN,
        /** Words of illness (R8). */
        HEALTH,
        TOO_LONG,
        /** What it is about is not there for her. */
        GONE,
        CLOSED,
        /** Another rule. */
        OTHER
    }
}
