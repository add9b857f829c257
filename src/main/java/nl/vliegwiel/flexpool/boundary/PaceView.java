package nl.vliegwiel.flexpool.boundary;

import java.util.UUID;
import nl.vliegwiel.flexpool.domain.reach.Pace;

/**
 * How fast the requests of a library reach further.
 *
 * @param version 0 as long as it set nothing itself
 * @param mine whether the reader may change it
 */
public record PaceView(UUID organisationId, String organisationName, Pace pace, int version, boolean mine) {
}
