package nl.vliegwiel.flexpool.domain.release;

import java.time.Instant;
import java.util.UUID;

/**
 * A yes that somebody gave before the placement was there (R1).
 *
 * @param by the person who gave it
 * @param givenAt when
 * @param standingReleaseId under which standing release; null for another kind
 * @param favouriteId for which favourite instant booking was switched on; null for another kind
 */
public record Beforehand(UUID by, Instant givenAt, UUID standingReleaseId, UUID favouriteId) {
    public static Beforehand standing(StandingRelease release) {
        return new Beforehand(release.givenBy(), release.givenAt(), release.id(), null);
    }

    public static Beforehand instant(UUID favouriteId, UUID by, Instant givenAt) {
        return new Beforehand(by, givenAt, null, favouriteId);
    }
}
