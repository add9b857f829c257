package nl.vliegwiel.flexpool.domain.worktime;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.vliegwiel.platform.time.Zones;

/**
 * Holds one shift against every rule (R5). Pure: the same record and limits give the same findings.
 *
 * <pre>
 * var record = new WorkRecord(Work.loan(shift, 30), otherWork, HomeHours.assumed(1440), 960, DayOfWeek.SUNDAY);
 * List&lt;Finding&gt; findings = new WorkingTimeCheck(limits).check(record);
 * </pre>
 */
public final class WorkingTimeCheck {
    /** Work this far before and after a shift can matter to a rule. */
    public static final Period REACH = Period.ofWeeks(17);

    private static final List<RuleCheck> RULES = List.of(
            new AtMostTwelveHoursAShift(),
            new LongEnoughBreak(),
            new AtLeastElevenHoursRest(),
            new EnoughWeeklyRest(),
            new AtMostSixtyHoursAWeek(),
            new MeanOverWeeks(WorkingTimeRule.MEAN_OF_FOUR_WEEKS, "worktime.finding.meanOfFourWeeks"),
            new MeanOverWeeks(WorkingTimeRule.MEAN_OF_SIXTEEN_WEEKS, "worktime.finding.meanOfSixteenWeeks"),
            new TimeToTravelBetweenWork(),
            new WithinOfferedHours());

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity).thenComparing(Finding::rule)
            .thenComparing(Finding::window);

    private final WorkingTimeLimits limits;

    public WorkingTimeCheck(WorkingTimeLimits limits) {
        this.limits = limits;
    }

    /** Every rule that the shift would break: hard ones first, then in the order of the rules and of time. */
    public List<Finding> check(WorkRecord record) {
        List<Finding> findings = new ArrayList<>();
        for (RuleCheck rule : RULES) {
            findings.addAll(rule.check(record, limits));
        }
        findings.sort(ORDER);
        return List.copyOf(findings);
    }

    /** From when on other work has to be known to check a shift that starts then. */
    public static Instant earliestThatMatters(Instant shiftStart) {
        return shiftStart.atZone(Zones.AMSTERDAM).minus(REACH).toInstant();
    }

    /** Until when other work has to be known to check a shift that ends then. */
    public static Instant latestThatMatters(Instant shiftEnd) {
        return shiftEnd.atZone(Zones.AMSTERDAM).plus(REACH).toInstant();
    }
}
