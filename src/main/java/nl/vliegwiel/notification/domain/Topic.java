package nl.vliegwiel.notification.domain;

import java.util.Optional;
import nl.vliegwiel.notification.domain.Preferences.Channel;

/**
 * What messages are about, as far as somebody can choose how to get them. What decides about a person, or asks her to
 * decide, belongs to none: it always comes at once.
 */
public enum Topic {
    /** Requests that she fits. */
    NEW_REQUESTS,
    /** What happens around placements without asking anything of her. */
    PLACEMENTS,
    /** Hours that somebody entered, confirmed or approved. */
    HOURS,
    /** Answers to being a favourite. */
    FAVOURITES,
    /** Answers to questions about a request, and in HR-netwerk. */
    QUESTIONS;

    /** How it comes until she chooses. */
    public Channel usual() {
        return Channel.AT_ONCE;
    }

    /**
     * @param kind of a message
     * @return empty for what always comes at once
     */
    public static Optional<Topic> of(String kind) {
        return Optional.ofNullable(switch (kind) {
            case "REQUEST_FITS" -> NEW_REQUESTS;
            case "PLACEMENT_CONSENTED", "PLACEMENT_STANDBY", "PLACEMENT_STANDBY_CONFIRMED", "PLACEMENT_STANDBY_LAPSED",
                "EVALUATION_OPENED", "EVALUATION_REPLIED", "EVALUATION_SHARED" -> PLACEMENTS;
            case "QUESTION_ANSWERED", "FORUM_REPLY", "FORUM_WAITS", "FORUM_MENTION" -> QUESTIONS;
            case "FAVOURITE_ASKED" -> null;
            default -> kind.startsWith("HOURS_") ? HOURS : kind.startsWith("FAVOURITE_") ? FAVOURITES : null;
        });
    }
}
