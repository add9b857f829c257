package nl.vliegwiel.person.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.privacy.RetentionRule;
import nl.vliegwiel.platform.privacy.RetentionStore;
import nl.vliegwiel.platform.privacy.RetentionStore.Choice;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/** A library may keep shorter than the network, from a day on and within bounds; never longer (R6, R18). */
@UseCase
public class LibraryRetentionService {
    private static final int MOST_YEARS_AHEAD = 1;

    @Inject
    private RetentionStore store;

    @Inject
    private RetentionPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @throws NotFound {@code organisation.notFound}; Forbidden {@code retention.choice.notYours} to who does not belong to it */
    public LibraryRetention retention(UUID organisationId) {
        String name = name(organisationId);
        policy.requireReadChoices(actor.get(), organisationId);
        return view(organisationId, name);
    }

    /**
     * @param months null for what the rule says
     * @param from first day, today or later
     * @throws NotFound {@code retention.choice.kind} for a kind of which a library does not choose
     * @throws Forbidden {@code retention.choice.notYours}
     * @throws StaleData {@code stale}
     * @throws RuleViolation {@code retention.choice.monthsRange}, {@code retention.choice.from}
     */
    public LibraryRetention choose(UUID organisationId, int seenVersion, String kind, Integer months, LocalDate from) {
        Actor who = actor.get();
        String name = name(organisationId);
        policy.requireChoose(who, organisationId);
        LocalDate today = today();
        RetentionRule rule = rules(today).stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow(() -> new NotFound("retention.choice.kind"));
        check(rule, months, from, today);
        store.lock(organisationId);
        if (version(store.choices(organisationId)) != seenVersion) {
            throw new StaleData("stale");
        }
        store.choose(Ids.next(), organisationId, kind, months, from, who.personId(), clock.instant());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", kind);
        facts.put("months", months);
        facts.put("from", from.toString());
        audit.record(who, "retention_chosen", "organisation", organisationId, organisationId, facts);
        return view(organisationId, name);
    }

    private static void check(RetentionRule rule, Integer months, LocalDate from, LocalDate today) {
        List<Violation> faults = new ArrayList<>();
        if (months != null && (months < rule.leastMonths() || months >= rule.months())) {
            faults.add(Violation.of("months", "retention.choice.monthsRange", rule.leastMonths(), rule.months() - 1));
        }
        if (from == null || from.isBefore(today) || from.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
            faults.add(Violation.of("from", "retention.choice.from"));
        }
        RuleViolation.throwIfAny(faults);
    }

    private LibraryRetention view(UUID organisationId, String name) {
        LocalDate today = today();
        List<Choice> choices = store.choices(organisationId);
        return new LibraryRetention(organisationId, name, version(choices), rules(today).stream().map(rule -> {
            List<Choice> own = choices.stream().filter(one -> one.kind().equals(rule.kind())).toList();
            int months = own.stream().filter(one -> holds(one, today)).mapToInt(Choice::months).findFirst().orElse(rule.months());
            return new LibraryRetention.Kind(rule.kind(), rule.leastMonths(), rule.months(), months, rule.event(), rule.source(),
                own.stream().map(one -> new LibraryRetention.Line(one.months(), one.validFrom(), one.validTo(), one.chosenBy(), one.chosenAt())).toList());
        }).toList(), policy.mayChoose(actor.get(), organisationId));
    }

    private static boolean holds(Choice choice, LocalDate day) {
        return !choice.validFrom().isAfter(day) && (choice.validTo() == null || choice.validTo().isAfter(day));
    }

    /** Rules of which a library may choose. */
    private List<RetentionRule> rules(LocalDate today) {
        return store.rules(today).stream().filter(rule -> rule.leastMonths() != null && rule.leastMonths() < rule.months()).toList();
    }

    /** Grows with everything that is chosen or ended. */
    private static int version(List<Choice> choices) {
        return choices.stream().mapToInt(one -> one.validTo() == null ? 1 : 2).sum();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zones.AMSTERDAM));
    }

    private String name(UUID organisationId) {
        return Optional.ofNullable(store.organisation(organisationId)).orElseThrow(() -> new NotFound("organisation.notFound"));
    }
}
