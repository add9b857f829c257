package nl.vliegwiel.flexpool.domain.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.vliegwiel.platform.time.Period;

/**
 * In each 24 hours from the begin of a shift there is an unbroken rest of at least the daily limit
 * (Arbeidstijdenwet 5:3). Once in the window of the shortened limit it may be as short as that one; such a once is
 * still told, with the severity of the shortened limit, for the law allows it only where the work demands it.
 */
final class AtLeastElevenHoursRest implements RuleCheck {
    @Override
    public List<Finding> check(WorkRecord record, WorkingTimeLimits limits) {
        var daily = RuleCheck.one(limits, WorkingTimeRule.DAILY_REST, record);
        if (daily.isEmpty()) {
            return List.of();
        }
        int normal = daily.get().figureMinutes();
        var shortened = RuleCheck.one(limits, WorkingTimeRule.SHORTENED_DAILY_REST, record);
        int least = shortened.map(WorkingTimeLimit::figureMinutes).orElse(normal);
        Duration oncePer = Duration.ofDays(shortened.map(WorkingTimeLimit::windowLength).orElse(0));
        Duration day = Duration.ofDays(Math.max(1, daily.get().windowLength()));

        List<Rest> rests = record.shifts(Duration.ofMinutes(least)).stream()
                .map(shift -> longestRest(record, shift.get(0).period().start(), day)).toList();
        List<Finding> findings = new ArrayList<>();
        for (Rest rest : rests) {
            if (rest.minutes() >= normal || !rest.window().overlaps(record.candidate().period())) {
                continue;
            }
            boolean twice = rests.stream().anyMatch(other -> other != rest && other.minutes() < normal
                    && Duration.between(other.window().start(), rest.window().start()).abs().compareTo(oncePer) < 0);
            if (rest.minutes() < least) {
                findings.add(RuleCheck.inHours(daily.get(), rest.minutes(), normal, rest.window(),
                        "worktime.finding.dailyRest"));
            } else if (twice) {
                findings.add(RuleCheck.inHours(daily.get(), rest.minutes(), normal, rest.window(),
                        "worktime.finding.dailyRestTwice"));
            } else {
                findings.add(RuleCheck.inHours(shortened.orElseThrow(), rest.minutes(), normal, rest.window(),
                        "worktime.finding.dailyRestShortened"));
            }
        }
        return findings;
    }

    private static Rest longestRest(WorkRecord record, Instant start, Duration day) {
        Period window = new Period(start, start.plus(day));
        return new Rest(window, record.restWithin(window).stream().mapToLong(Period::minutes).max().orElse(0));
    }

    private record Rest(Period window, long minutes) {
    }
}
