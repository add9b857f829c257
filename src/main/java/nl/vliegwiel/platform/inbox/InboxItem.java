package nl.vliegwiel.platform.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One decision that waits.
 *
 * @param kind what is asked, such as {@code PLACEMENT_CONSENT_LENDER}; its label is the message key {@code InboxKind.<kind>}
 * @param entity kind of thing, as the API names it
 * @param entityId which thing
 * @param version version of the thing that the person sees
 * @param titleKey message key of the sentence that says what is asked
 * @param titleArguments values for it, as text in the person's language
 * @param since when it began to wait
 * @param until when it is too late; null for no limit
 * @param url page on which it is decided, as a local path
 */
public record InboxItem(String kind, String entity, UUID entityId, int version, String titleKey, List<Object> titleArguments,
        Instant since, Instant until, String url) {
    public InboxItem {
        titleArguments = List.copyOf(titleArguments);
    }
}
