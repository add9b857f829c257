package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.RequestContent.ShiftAsk;
import nl.vliegwiel.flexpool.boundary.RequestContent.SkillAsk;
import nl.vliegwiel.flexpool.domain.Circles;
import nl.vliegwiel.flexpool.domain.PlannedShift;
import nl.vliegwiel.flexpool.domain.RequestText;
import nl.vliegwiel.flexpool.domain.Shift;
import nl.vliegwiel.flexpool.domain.ShiftRules;
import nl.vliegwiel.flexpool.domain.StaffRequest.WantedShift;
import nl.vliegwiel.flexpool.domain.StaffRequest.WantedSkill;
import nl.vliegwiel.flexpool.domain.StaffRequest;
import nl.vliegwiel.flexpool.persistence.RequestQueries;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.HealthWords;
import nl.vliegwiel.platform.time.Period;

/** Reads what somebody typed or sent as a request, and says at every field what is wrong with it. */
@ApplicationScoped
public class RequestCheck {
    /** Times outside this century are typing errors, and the database could not hold the wildest of them. */
    private static final Period THIS_CENTURY = new Period(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));

    @Inject
    private RequestQueries queries;

    /** A request without faults. */
    record Checked(RequestText text, List<WantedSkill> skills, List<WantedShift> shifts) {
    }

    /**
     * @param existing shifts of the request that is changed; none for a new one
     * @throws RuleViolation with a violation per field
     */
    Checked check(RequestContent content, List<Shift> existing, ShiftRules rules) {
        List<Violation> faults = new ArrayList<>();
        if (content.branchId() == null) {
            faults.add(Violation.of("branchId", "request.branch.required"));
        } else if (!queries.hasBranch(content.organisationId(), content.branchId())) {
            faults.add(Violation.of("branchId", "request.branch.unknown"));
        }
        String title = content.title() == null ? "" : content.title().strip().replaceAll("[ \\t\\r\\n]+", " ");
        String description = content.description() == null ? "" : content.description().strip();
        faults.addAll(texts(title, description));
        if (content.purpose() == null) {
            faults.add(Violation.of("purpose", "request.purpose.required"));
        }
        List<WantedSkill> skills = skills(content.skills(), faults);
        List<WantedShift> shifts = shifts(content.shifts(), existing, rules, faults);
        if (content.circles().isEmpty() || content.circles().stream().anyMatch(Objects::isNull)) {
            faults.add(Violation.of("circles", "request.circles.required"));
        }
        deadline(content.deadline(), shifts).ifPresent(faults::add);
        RuleViolation.throwIfAny(faults);
        return new Checked(new RequestText(content.branchId(), title, description, content.purpose(), new Circles(content.circles()),
            content.deadline(), content.urgency()), skills, shifts);
    }

    /** Length, no number of a citizen (R7), nobody's illness (R8). */
    static List<Violation> texts(String title, String description) {
        List<Violation> faults = new ArrayList<>();
        int length = title.codePointCount(0, title.length());
        if (length < RequestText.SHORTEST_TITLE || length > RequestText.LONGEST_TITLE) {
            faults.add(Violation.of("title", "request.title.length", RequestText.SHORTEST_TITLE, RequestText.LONGEST_TITLE));
        }
        if (description.codePointCount(0, description.length()) > RequestText.LONGEST_DESCRIPTION) {
            faults.add(Violation.of("description", "request.description.length", RequestText.LONGEST_DESCRIPTION));
        }
        faults.addAll(words("title", title));
        faults.addAll(words("description", description));
        return faults;
    }

    private static List<Violation> words(String field, String text) {
        List<Violation> faults = new ArrayList<>();
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            faults.add(Violation.of(field, "request.text.control"));
        }
        BsnGuard.check(field, text).ifPresent(faults::add);
        HealthWords.check(field, text).ifPresent(faults::add);
        return faults;
    }

    private List<WantedSkill> skills(List<SkillAsk> asks, List<Violation> faults) {
        if (asks.size() > StaffRequest.MOST_SKILLS) {
            faults.add(Violation.of("skills", "request.skills.tooMany", StaffRequest.MOST_SKILLS));
            return List.of();
        }
        Map<UUID, Integer> numbers = queries.skillNumbers(asks.stream().filter(Objects::nonNull).map(SkillAsk::skillId).filter(Objects::nonNull).toList());
        List<WantedSkill> wanted = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < asks.size(); i++) {
            String field = "skills[" + i + "].";
            SkillAsk ask = asks.get(i);
            if (ask == null || ask.skillId() == null || !numbers.containsKey(ask.skillId())) {
                faults.add(Violation.of(field + "skillId", "request.skill.unknown"));
            } else if (!seen.add(ask.skillId())) {
                faults.add(Violation.of(field + "skillId", "request.skill.twice"));
            } else if (ask.minLevel() == null || ask.minLevel() < 1 || ask.minLevel() > 4) {
                faults.add(Violation.of(field + "minLevel", "request.skill.level"));
            } else {
                wanted.add(new WantedSkill(numbers.get(ask.skillId()), ask.minLevel(), !Boolean.FALSE.equals(ask.required())));
            }
        }
        return wanted;
    }

    /** Finds existing shifts back by id, or by their times when no id is given, so that a script need not know ids. */
    static List<WantedShift> shifts(List<ShiftAsk> asks, List<Shift> existing, ShiftRules rules, List<Violation> faults) {
        if (asks.size() > StaffRequest.MOST_SHIFTS) {
            faults.add(Violation.of("shifts", "request.shifts.tooMany", StaffRequest.MOST_SHIFTS));
            return List.of();
        }
        Set<UUID> named = new HashSet<>();
        List<WantedShift> wanted = new ArrayList<>();
        asks.stream().filter(ask -> ask != null && ask.id() != null).forEach(ask -> named.add(ask.id()));
        Set<UUID> used = new HashSet<>();
        for (int i = 0; i < asks.size(); i++) {
            String field = "shifts[" + i + "].";
            ShiftAsk ask = asks.get(i);
            List<Violation> here = times(field, ask, rules, staysClosed(ask, existing));
            if (here.isEmpty()) {
                PlannedShift plan = new PlannedShift(new Period(ask.start(), ask.end()), orElse(ask.headcount(), 1), rest(ask, rules));
                UUID id = ask.id();
                if (id == null) {
                    id = existing.stream().filter(shift -> shift.period().equals(plan.period()))
                        .map(Shift::id).filter(known -> !named.contains(known) && !used.contains(known)).findFirst().orElseGet(Ids::next);
                } else if (existing.stream().noneMatch(shift -> shift.id().equals(ask.id()))) {
                    here.add(Violation.of(field + "id", "request.shift.unknown"));
                }
                if (!used.add(id)) {
                    here.add(Violation.of(field + "id", "request.shift.twice"));
                }
                wanted.add(new WantedShift(id, plan));
            }
            faults.addAll(here);
        }
        return wanted;
    }

    /** A shift of which the last place was closed keeps asking nobody; none begins like that. */
    private static boolean staysClosed(ShiftAsk ask, List<Shift> existing) {
        return ask != null && Integer.valueOf(0).equals(ask.headcount())
            && existing.stream().anyMatch(shift -> shift.headcount() == 0 && shift.id().equals(ask.id()));
    }

    private static List<Violation> times(String field, ShiftAsk ask, ShiftRules rules, boolean closed) {
        List<Violation> faults = new ArrayList<>();
        Instant start = ask == null ? null : ask.start();
        Instant end = ask == null ? null : ask.end();
        time(field + "start", start).ifPresent(faults::add);
        time(field + "end", end).ifPresent(faults::add);
        if (faults.isEmpty()) {
            faults.addAll(rules.check(field, start, end, closed ? 1 : orElse(ask.headcount(), 1), rest(ask, rules)));
        }
        return faults;
    }

    private static Optional<Violation> time(String field, Instant moment) {
        if (moment == null) {
            return Optional.of(Violation.of(field, "shift.time.required"));
        }
        return THIS_CENTURY.contains(moment) ? Optional.empty() : Optional.of(Violation.of(field, "shift.time.range"));
    }

    private static int rest(ShiftAsk ask, ShiftRules rules) {
        return ask.breakMinutes() == null ? rules.usualBreak(ask.start(), ask.end()) : ask.breakMinutes();
    }

    private static int orElse(Integer number, int otherwise) {
        return number == null ? otherwise : number;
    }

    private static Optional<Violation> deadline(Instant deadline, List<WantedShift> shifts) {
        if (deadline == null) {
            return Optional.empty();
        }
        if (!THIS_CENTURY.contains(deadline)) {
            return Optional.of(Violation.of("deadline", "shift.time.range"));
        }
        boolean late = shifts.stream().anyMatch(shift -> deadline.isAfter(shift.plan().period().start()));
        return late ? Optional.of(Violation.of("deadline", "request.deadline.afterStart")) : Optional.empty();
    }
}
