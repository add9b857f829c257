package nl.vliegwiel.flexpool.boundary;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The talk of an employee with her own library after a place to learn.
 *
 * @param version 0 while there is no day
 * @param due she was at a place to learn and is back
 * @param heldOn null as long as it was not held
 * @param brought what she brings home, in her own words; null for nothing
 * @param mayPlan the reader sets the days
 * @param mayWrite the reader writes what she brings home
 */
public record ReturnTalk(UUID placementId, int version, boolean due, LocalDate plannedOn, LocalDate heldOn, String brought, boolean mayPlan, boolean mayWrite) {
}
