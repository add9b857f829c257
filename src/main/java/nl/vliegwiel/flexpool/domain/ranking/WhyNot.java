package nl.vliegwiel.flexpool.domain.ranking;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.domain.Hours;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/**
 * Why somebody is not on the list of a shift. Holds the one definition of every hard filter; the query that ranks
 * has to agree with it.
 */
public final class WhyNot {
    private WhyNot() {
    }

    /** The first rule that fails, or nothing: then the person is on the list. */
    public static Optional<FailedRule> first(EligibilityFacts facts) {
        return failing(facts).findFirst();
    }

    /** All rules that fail, in their order; at most one per rule. */
    public static List<FailedRule> all(EligibilityFacts facts) {
        return failing(facts).toList();
    }

    private static Stream<FailedRule> failing(EligibilityFacts facts) {
        return Stream.of(FilterRule.values()).map(rule -> check(rule, facts)).flatMap(Optional::stream);
    }

    private static Optional<FailedRule> check(FilterRule rule, EligibilityFacts facts) {
        return switch (rule) {
            case NOT_PARTICIPATING -> when(!facts.participating(), rule, "whyNot.notParticipating");
            case OUTSIDE_CIRCLES -> when(facts.circles().stream().noneMatch(facts.askedCircles()::contains), rule,
                    "whyNot.outsideCircles");
            case SKILL_MISSING -> required(facts).filter(s -> s.heldLevel() == 0).findFirst()
                    .map(s -> FailedRule.of(rule, "whyNot.skillMissing", s.name(), s.askedLevel()));
            case SKILL_LEVEL -> required(facts).filter(s -> s.heldLevel() > 0 && s.heldLevel() < s.askedLevel())
                    .findFirst()
                    .map(s -> FailedRule.of(rule, "whyNot.skillLevel", s.name(), s.heldLevel(), s.askedLevel()));
            case CERTIFICATE_EXPIRED -> required(facts)
                    .filter(s -> s.heldLevel() > 0 && s.validUntil() != null && s.validUntil().isBefore(lastDay(facts)))
                    .findFirst()
                    .map(s -> FailedRule.of(rule, "whyNot.certificateExpired", s.name(), s.validUntil()));
            case TOO_FAR -> when(facts.travelMinutes() > facts.maxTravelMinutes(), rule, "whyNot.tooFar",
                    Math.round(facts.distanceMetres() / 1000f), facts.travelMinutes(), facts.maxTravelMinutes());
            case NOT_FREE -> facts.notFree().stream().findFirst().map(p -> when(rule, "whyNot.notFree", p));
            case BOUND -> facts.booked().stream().filter(facts.shift()::overlaps).findFirst()
                    .map(p -> when(rule, "whyNot.bound", p));
            case HOURS_LEFT -> when(
                    facts.loanMinutesInWeek() + facts.shiftMinutes() > facts.offeredMinutesPerWeek(), rule,
                    "whyNot.hoursLeft", Hours.of(facts.shiftMinutes()),
                    Hours.of(Math.max(0, facts.offeredMinutesPerWeek() - facts.loanMinutesInWeek())),
                    Hours.of(facts.offeredMinutesPerWeek()));
            case WORKING_TIME -> facts.findings().stream().filter(Finding::isHard).findFirst()
                    .map(f -> new FailedRule(rule, f.key(), f.arguments()));
        };
    }

    private static Stream<AskedSkill> required(EligibilityFacts facts) {
        return facts.skills().stream().filter(AskedSkill::required);
    }

    private static LocalDate lastDay(EligibilityFacts facts) {
        return facts.shift().end().minusNanos(1).atZone(Zones.AMSTERDAM).toLocalDate();
    }

    private static Optional<FailedRule> when(boolean fails, FilterRule rule, String key, Object... arguments) {
        return fails ? Optional.of(FailedRule.of(rule, key, arguments)) : Optional.empty();
    }

    private static FailedRule when(FilterRule rule, String key, Period period) {
        ZonedDateTime from = period.start().atZone(Zones.AMSTERDAM);
        ZonedDateTime to = period.end().atZone(Zones.AMSTERDAM);
        return FailedRule.of(rule, key, from.toLocalDate(), from.toLocalTime(), to.toLocalTime());
    }
}
