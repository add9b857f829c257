package nl.vliegwiel.flexpool.domain.reach;

import java.time.Instant;
import nl.vliegwiel.flexpool.domain.Circle;

/**
 * When a circle of a request opens.
 *
 * @param opensAt planned, or as it was when it is open
 */
public record Opening(Circle circle, Instant opensAt) {
}
