package nl.vliegwiel.flexpool;

import java.time.Instant;
import java.util.UUID;

/** A library asked somebody for its favourites, she answered, or one of the two ended it (R14: the other is told). */
public record FavouriteChanged(UUID favouriteId, UUID organisationId, UUID personId, Change change, UUID byPersonId, Instant at) {
    public enum Change {
        ASKED, AGREED, DECLINED, ENDED
    }
}
