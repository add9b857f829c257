package nl.vliegwiel.flexpool.domain.ranking;

import java.util.Collection;
import java.util.List;
import nl.vliegwiel.flexpool.domain.Hours;

/**
 * The score: five named parts, each a figure of 0–1000 times its weight, divided by 100. Whole numbers and division
 * that cuts off, so that SQL reckons the same. A human chooses; the score only orders the list.
 *
 * <pre>
 * SKILL_FIT      mean over the skills asked of: held 0 → 0, below asked → 400, as asked → 800, above → 1000;
 *                1000 when none is asked
 * TRAVEL         1000 - least(minutes, 120) * 1000 / 120
 * HOURS_BALANCE  least(greatest(left - shift, 0), 960) * 1000 / 960          (minutes; 960 = two days)
 * FAIR_SPREAD    1000 / (1 + loans in twelve weeks)
 * KNOWS_PLACE    times at the branch: 0 → 0, 1 → 600, 2 → 800, more → 1000
 * </pre>
 */
public final class Scoring {
    private static final int FULL = 1000;
    private static final int FAR_MINUTES = 120;
    private static final int AMPLE_MINUTES = 960;

    private Scoring() {
    }

    public static Score score(CandidateFacts facts, Weights weights) {
        List<Reason> reasons = List.of(
                reason(ScorePart.SKILL_FIT, "ranking.reason.skillFit", skillFit(facts), weights,
                        facts.skills().stream().filter(s -> s.heldLevel() >= s.askedLevel()).count(),
                        facts.skills().size()),
                reason(ScorePart.TRAVEL, "ranking.reason.travel", travel(facts.travelMinutes()), weights,
                        facts.travelMinutes(), Math.round(facts.distanceMetres() / 1000f)),
                reason(ScorePart.HOURS_BALANCE, "ranking.reason.hoursBalance",
                        hoursBalance(facts.minutesLeft(), facts.shiftMinutes()), weights,
                        Hours.of(Math.max(0, facts.minutesLeft() - facts.shiftMinutes()))),
                reason(ScorePart.FAIR_SPREAD, "ranking.reason.fairSpread", fairSpread(facts.loansInTwelveWeeks()),
                        weights, facts.loansInTwelveWeeks()),
                reason(ScorePart.KNOWS_PLACE, "ranking.reason.knowsPlace", knowsPlace(facts.timesAtBranch()), weights,
                        facts.timesAtBranch()));
        return new Score(facts.ref(), reasons.stream().mapToInt(Reason::points).sum(), facts.travelMinutes(), reasons);
    }

    /** All candidates, best first. */
    public static List<Score> rank(Collection<CandidateFacts> candidates, Weights weights) {
        return candidates.stream().map(facts -> score(facts, weights)).sorted().toList();
    }

    private static Reason reason(ScorePart part, String key, int figure, Weights weights, Object... arguments) {
        int weight = weights.of(part);
        return new Reason(part, key, figure * weight / 100, weight * FULL / 100, List.of(arguments));
    }

    /**
     * The total of {@link #score} without its reasons, for ranking many.
     *
     * @param skillFit sum of {@link #fit} over the skills asked
     * @param skills number of skills asked
     */
    static int total(int skillFit, int skills, int travelMinutes, int minutesLeft, int shiftMinutes, int loansInTwelveWeeks, int timesAtBranch,
            Weights weights) {
        return (skills == 0 ? FULL : skillFit / skills) * weights.skillFit() / 100
                + travel(travelMinutes) * weights.travel() / 100
                + hoursBalance(minutesLeft, shiftMinutes) * weights.hoursBalance() / 100
                + fairSpread(loansInTwelveWeeks) * weights.fairSpread() / 100
                + knowsPlace(timesAtBranch) * weights.knowsPlace() / 100;
    }

    private static int skillFit(CandidateFacts facts) {
        return facts.skills().isEmpty() ? FULL
                : facts.skills().stream().mapToInt(s -> fit(s.heldLevel(), s.askedLevel())).sum() / facts.skills().size();
    }

    /** How well one skill fits, 0–1000. */
    static int fit(int held, int asked) {
        if (held == 0) {
            return 0;
        }
        return held > asked ? FULL : held == asked ? 800 : 400;
    }

    private static int travel(int minutes) {
        return FULL - Math.min(minutes, FAR_MINUTES) * FULL / FAR_MINUTES;
    }

    private static int hoursBalance(int minutesLeft, int shiftMinutes) {
        int after = Math.max(minutesLeft - shiftMinutes, 0);
        return Math.min(after, AMPLE_MINUTES) * FULL / AMPLE_MINUTES;
    }

    private static int fairSpread(int loansInTwelveWeeks) {
        return FULL / (1 + loansInTwelveWeeks);
    }

    private static int knowsPlace(int timesAtBranch) {
        return switch (timesAtBranch) {
            case 0 -> 0;
            case 1 -> 600;
            case 2 -> 800;
            default -> FULL;
        };
    }
}
