package nl.vliegwiel.flexpool.domain.planning;

/**
 * Work that a person has already, at home or on loan. No shift may collide with it, rest and travel included. Its minutes
 * must already be off {@link PlanPerson#minutesLeft()}.
 *
 * @param branch position in the problem's list of branches
 */
public record BoundWork(int branch, Stretch time) {
}
