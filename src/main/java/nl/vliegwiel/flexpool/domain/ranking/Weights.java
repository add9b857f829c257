package nl.vliegwiel.flexpool.domain.ranking;

import java.util.List;
import nl.vliegwiel.platform.rule.RuleViolation;

/**
 * How much each part weighs for one library: together 100, so that a score is at most 1000. Visible to everybody who
 * is ranked.
 *
 * @param version name of this set, kept with every ranking
 */
public record Weights(String version, int skillFit, int travel, int hoursBalance, int fairSpread, int knowsPlace) {
    /** What holds until a library sets its own. */
    public static final Weights DEFAULT = new Weights("default-1", 40, 25, 15, 10, 10);

    /** @throws RuleViolation {@code ranking.weights.range} or {@code ranking.weights.sum} (arg: the sum) */
    public Weights {
        List<Integer> all = List.of(skillFit, travel, hoursBalance, fairSpread, knowsPlace);
        if (all.stream().anyMatch(w -> w < 0 || w > 100)) {
            throw new RuleViolation("ranking.weights.range");
        }
        int sum = all.stream().mapToInt(Integer::intValue).sum();
        if (sum != 100) {
            throw new RuleViolation("ranking.weights.sum", sum);
        }
    }

    public int of(ScorePart part) {
        return switch (part) {
            case SKILL_FIT -> skillFit;
            case TRAVEL -> travel;
            case HOURS_BALANCE -> hoursBalance;
            case FAIR_SPREAD -> fairSpread;
            case KNOWS_PLACE -> knowsPlace;
        };
    }
}
