package nl.vliegwiel.flexpool.boundary;

import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.release.Blackout;
import nl.vliegwiel.flexpool.domain.release.StandingRelease;

/**
 * A library says anew what it agreed.
 *
 * @param standing null leaves the standing releases as they are; else those with an id stay, those without one are
 *        given, and those left out are revoked
 */
public record SaveLending(UUID organisationId, int seenVersion, Integer minutesPerWeek, Integer reactionHours, List<Blackout> blackouts, List<Standing> standing) {
    /** @param id of one that stays as it is; null for a new one */
    public record Standing(UUID id, StandingRelease.Wanted wanted) {
    }
}
