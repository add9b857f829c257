package nl.vliegwiel.forum.boundary;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that answers rest on and that holds for a time: an agreement, a law, a list of figures.
 *
 * @param validUntil last day; null as long as no end is known
 * @param answers how many rest on it
 * @param due how many of those have to be looked at
 * @param over it holds no more
 */
public record Source(UUID id, int version, String name, String link, LocalDate validFrom, LocalDate validUntil, int answers, int due, boolean over) {
}
