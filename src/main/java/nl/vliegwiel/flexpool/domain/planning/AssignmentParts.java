package nl.vliegwiel.flexpool.domain.planning;

/**
 * What one assignment brings. The totals of all assignments add up to the value of the plan.
 *
 * @param pinned whether a planner decided it
 * @param covered points for covering the shift, by priority
 * @param surplusLevels levels above what is asked, and what that takes off the full fit
 * @param km home to branch, and what that takes off
 * @param fit points for fit and way, rounded, never less than 0
 * @param ofHerWeek 1 for her first shift of the week, 2 for the second; earlier weeks not counted
 * @param spreadCost points taken off so that work is spread fairly; rises with the shifts she has
 * @param libraryCost points taken off because her library lent more than it got
 */
public record AssignmentParts(int shift, int person, boolean pinned, int covered, int surplusLevels, double surplusPoints, double km,
        double travelPoints, int fit, int ofHerWeek, int spreadCost, int libraryCost) {
    public int total() {
        return covered + fit - spreadCost - libraryCost;
    }
}
