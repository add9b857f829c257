package nl.vliegwiel.flexpool.boundary;

import java.util.UUID;
import nl.vliegwiel.flexpool.domain.ranking.Weights;

/**
 * How a library weighs.
 *
 * @param version 0 as long as it set nothing itself
 * @param mine whether the reader may change it
 */
public record WeightsView(UUID organisationId, String organisationName, Weights weights, int version, boolean mine) {
}
