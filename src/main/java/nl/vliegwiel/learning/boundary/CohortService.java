package nl.vliegwiel.learning.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.Forum;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.learning.domain.CohortText;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.domain.Guide;
import nl.vliegwiel.learning.domain.Programme;
import nl.vliegwiel.learning.domain.WaitingLine;
import nl.vliegwiel.learning.persistence.CohortQueries;
import nl.vliegwiel.learning.persistence.ProgrammeQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.time.Zones;

/** Making cohorts, opening and ending them, and copying one as the next. */
@UseCase
public class CohortService {
    static final String ENTITY = "cohort";
    private static final int MOST_FACILITATORS = 10;

    @Inject
    private CohortQueries cohorts;

    @Inject
    private ProgrammeQueries programmes;

    @Inject
    private Places places;

    @Inject
    private LearningPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Forum forum;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Cohorts that the caller may see, the latest first.
     *
     * @param state of these only; null for all
     * @param mine only where she takes part, waits or guides
     * @param after id of the last seen; null for the beginning
     */
    public List<Cohort> list(CohortState state, boolean mine, UUID after, int limit) {
        Actor who = actor.get();
        return cohorts.list(who.personId(), state, mine, after, limit).stream().map(row -> view(row, who, List.of())).toList();
    }

    /** @throws NotFound {@code cohort.notFound} */
    public Cohort get(UUID id) {
        Actor who = actor.get();
        return view(row(id, who), who, cohorts.facilitators(id));
    }

    /** As {@link #get}, for who guides it. @throws Forbidden {@code cohort.notGuided} */
    public Cohort edit(UUID id) {
        Actor who = actor.get();
        CohortQueries.Row row = row(id, who);
        policy.requireGuide(who, row);
        return view(row, who, cohorts.facilitators(id));
    }

    /** Addresses of who guides it beside the caller. @throws Forbidden {@code cohort.notGuided} */
    public List<String> addresses(UUID id) {
        Actor who = actor.get();
        policy.requireGuide(who, row(id, who));
        return cohorts.addresses(id, who.personId());
    }

    /** The space of a cohort, for who takes part or guides; null for everybody else and for a draft. */
    public UUID space(UUID id) {
        Actor who = actor.get();
        CohortQueries.Row row = row(id, who);
        return row.state().talks() && policy.maySeeMembers(who, row) ? forum.space(CohortAudience.KIND, id).orElse(null) : null;
    }

    /**
     * Makes a draft; who makes it guides it.
     *
     * @param facilitators addresses of who guides it too
     * @throws RuleViolation what is wrong, at the fields
     */
    public Cohort add(CohortText text, List<String> facilitators) {
        Actor who = actor.get();
        policy.requireMake(who);
        text.check();
        guard(text);
        Programme programme = programme(text);
        policy.requireMake(who, programme.organiserId());
        Set<UUID> guides = guides(facilitators, who);
        UUID id = Ids.next();
        cohorts.add(id, text, null, who.personId(), clock.instant());
        cohorts.guide(id, guides);
        audit.record(who, "created", ENTITY, id, programme.organiserId(), Map.of());
        return get(id);
    }

    /**
     * Changes a cohort. More places are offered to the line at once; fewer than are taken are refused.
     *
     * @throws RuleViolation what is wrong, at the fields; {@code cohort.capacity.taken}, {@code cohort.fixed}
     * @throws Conflict {@code cohort.over}
     * @throws StaleData {@code stale}
     */
    public Cohort change(UUID id, int seenVersion, CohortText text, List<String> facilitators) {
        Actor who = actor.get();
        requireLock(id);
        CohortQueries.Row row = row(id, who);
        policy.requireGuide(who, row);
        text.check();
        guard(text);
        if (row.state() != CohortState.DRAFT && !row.state().moves()) {
            throw new Conflict("cohort.over");
        }
        fixed(row, text);
        programme(text);
        Set<UUID> guides = guides(facilitators, who);
        if (row.version() != seenVersion) {
            throw new StaleData("stale");
        }
        WaitingLine line = places.line(row);
        if (row.state() != CohortState.DRAFT) {
            line.follow(new WaitingLine.Rules(text.capacity(), text.offersAtOnce(), text.spreadMost(), text.employerDecides(), java.time.Duration.ofHours(text.claimHours()),
                Places.CONSENT, text.startsOn().atStartOfDay(Zones.AMSTERDAM).toInstant()), clock.instant());
        }
        if (!cohorts.change(id, seenVersion, text, clock.instant())) {
            throw new StaleData("stale");
        }
        cohorts.guide(id, guides);
        if (row.state() != CohortState.DRAFT) {
            places.keep(row, line, null, who);
            forum.openSpace(CohortAudience.KIND, CohortAudience.KIND, id, text.title(), CohortAudience.DESCRIPTION, CohortAudience.CLOSED);
        }
        audit.record(who, "changed", ENTITY, id, row.organiserId(), Map.of());
        return get(id);
    }

    /** What people enrolled for does not change under them. */
    private static void fixed(CohortQueries.Row row, CohortText text) {
        if (row.state() == CohortState.DRAFT) {
            return;
        }
        List<Violation> faults = new ArrayList<>();
        if (!row.programmeId().equals(text.programmeId())) {
            faults.add(Violation.of("programmeId", "cohort.fixed"));
        }
        if (row.spread() != text.spread()) {
            faults.add(Violation.of("spread", "cohort.fixed"));
        }
        if (row.employerDecides() != text.employerDecides()) {
            faults.add(Violation.of("employerDecides", "cohort.fixed"));
        }
        if (row.state() == CohortState.RUNNING && !row.startsOn().equals(text.startsOn())) {
            faults.add(Violation.of("startsOn", "cohort.fixed"));
        }
        RuleViolation.throwIfAny(faults);
    }

    /**
     * People may enrol from the moment that it says; its space opens.
     *
     * @throws Conflict {@code cohort.state.notNow}; {@code cohort.open.begun} when it would have begun already
     */
    public Cohort open(UUID id, int seenVersion) {
        CohortQueries.Row row = guided(id, seenVersion, CohortState.DRAFT);
        if (!row.startsOn().isAfter(LocalDate.now(clock))) {
            throw new Conflict("cohort.open.begun");
        }
        forum.openSpace(CohortAudience.KIND, CohortAudience.KIND, id, row.title(), CohortAudience.DESCRIPTION, CohortAudience.CLOSED);
        return become(row, CohortState.OPEN);
    }

    /** Ends a cohort that runs, before its last day if need be. @throws Conflict {@code cohort.state.notNow} */
    public Cohort finish(UUID id, int seenVersion) {
        return become(guided(id, seenVersion, CohortState.RUNNING), CohortState.FINISHED);
    }

    /** From now on those who took part are alumni. @throws Conflict {@code cohort.state.notNow} */
    public Cohort alumni(UUID id, int seenVersion) {
        return become(guided(id, seenVersion, CohortState.FINISHED), CohortState.ALUMNI);
    }

    private CohortQueries.Row guided(UUID id, int seenVersion, CohortState state) {
        Actor who = actor.get();
        requireLock(id);
        CohortQueries.Row row = row(id, who);
        policy.requireGuide(who, row);
        if (row.version() != seenVersion) {
            throw new StaleData("stale");
        }
        if (row.state() != state) {
            throw new Conflict("cohort.state.notNow");
        }
        return row;
    }

    private Cohort become(CohortQueries.Row row, CohortState state) {
        if (!cohorts.become(row.id(), row.version(), state, clock.instant())) {
            throw new StaleData("stale");
        }
        audit.record(actor.get(), state.name().toLowerCase(java.util.Locale.ROOT), ENTITY, row.id(), row.organiserId(), Map.of("state", state.name()));
        return get(row.id());
    }

    /**
     * A draft like this one, as long after it as it lasts; facilitators come along, people do not.
     *
     * @throws Forbidden {@code cohort.notGuided}
     */
    public Cohort copy(UUID id) {
        Actor who = actor.get();
        CohortQueries.Row row = row(id, who);
        policy.requireGuide(who, row);
        LocalDate today = LocalDate.now(clock);
        LocalDate starts = row.endsOn().isBefore(today) ? today.plusMonths(2) : row.endsOn().plusMonths(1);
        Period length = row.startsOn().until(row.endsOn());
        Instant now = clock.instant();
        CohortText text = new CohortText(row.programmeId(), row.title(), starts, starts.plus(length), now.atZone(Zones.AMSTERDAM).toLocalDateTime().withSecond(0).withNano(0),
            starts.minusDays(7).isAfter(today) ? starts.minusDays(7).atTime(23, 59) : starts.atStartOfDay(), row.capacity(), row.spread(), row.spreadMost(), row.language(),
            row.place(), row.link(), row.costCents(), row.employerDecides(), row.claimHours(), row.offersAtOnce());
        UUID copy = Ids.next();
        cohorts.add(copy, text, id, who.personId(), now);
        Set<UUID> guides = new LinkedHashSet<>();
        guides.add(who.personId());
        cohorts.facilitators(id).forEach(person -> guides.add(person.id()));
        cohorts.guide(copy, guides);
        audit.record(who, "created", ENTITY, copy, row.organiserId(), Map.of("from", id.toString()));
        return get(copy);
    }

    private void requireLock(UUID id) {
        if (!cohorts.lock(id)) {
            throw new NotFound("cohort.notFound");
        }
    }

    private CohortQueries.Row row(UUID id, Actor who) {
        CohortQueries.Row row = cohorts.find(id, who.personId()).orElseThrow(() -> new NotFound("cohort.notFound"));
        policy.requireSee(who, row);
        return row;
    }

    private Programme programme(CohortText text) {
        return programmes.find(text.programmeId()).orElseThrow(() -> new RuleViolation(List.of(Violation.of("programmeId", "cohort.programme.missing"))));
    }

    private static void guard(CohortText text) {
        List<Violation> faults = new ArrayList<>();
        BsnGuard.check("title", text.title()).ifPresent(faults::add);
        BsnGuard.check("place", text.place()).ifPresent(faults::add);
        RuleViolation.throwIfAny(faults);
    }

    private Set<UUID> guides(List<String> addresses, Actor who) {
        Set<UUID> guides = new LinkedHashSet<>();
        guides.add(who.personId());
        List<String> given = addresses == null ? List.of() : addresses;
        if (given.size() > MOST_FACILITATORS) {
            throw new RuleViolation(List.of(Violation.of("facilitators", "cohort.facilitators.tooMany", MOST_FACILITATORS)));
        }
        for (String address : given) {
            String email = address == null ? "" : address.strip();
            guides.add(cohorts.facilitator(email, LocalDate.now(clock))
                .orElseThrow(() -> new RuleViolation(List.of(Violation.of("facilitators", "cohort.facilitators.unknown", email)))));
        }
        return guides;
    }

    private Cohort view(CohortQueries.Row row, Actor who, List<Guide> facilitators) {
        boolean guides = policy.mayGuide(who, row);
        Instant now = clock.instant();
        boolean enrollable = row.mine() == null && row.state().gathers() && !now.isBefore(row.enrolFrom()) && now.isBefore(row.enrolUntil()) && now.isBefore(row.startsAt())
            && who.has(Role.EMPLOYEE);
        return new Cohort(row.id(), row.version(), row.programmeId(), row.programme(), row.goals(), row.organiserId(), row.organiser(), row.title(), row.state(), row.startsOn(), row.endsOn(),
            row.enrolFrom(), row.enrolUntil(), row.capacity(), row.taken(), row.enrolled(), row.waiting(), row.spread(), row.spreadMost(), row.language(), row.place(),
            guides || row.mine() == EnrolmentState.ENROLLED ? row.link() : "", row.costCents(), row.employerDecides(), row.claimHours(), row.offersAtOnce(), facilitators,
            row.mine(), guides, enrollable);
    }
}
