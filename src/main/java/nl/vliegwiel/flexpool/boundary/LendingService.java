package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.vliegwiel.flexpool.boundary.SaveLending.Standing;
import nl.vliegwiel.flexpool.domain.release.Blackout;
import nl.vliegwiel.flexpool.domain.release.ReleaseRoom;
import nl.vliegwiel.flexpool.domain.release.ReleaseWeek;
import nl.vliegwiel.flexpool.domain.release.StandingRelease;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Row;
import nl.vliegwiel.flexpool.persistence.ReleaseQueries;
import nl.vliegwiel.flexpool.persistence.ReleaseQueries.Figures;
import nl.vliegwiel.flexpool.persistence.ReleaseQueries.WeekMinutes;
import nl.vliegwiel.flexpool.persistence.ReleaseWaitQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/** "Uitlenen: onze afspraken": what a lender agreed with itself, so that it stays in control and answers in time. */
@UseCase
public class LendingService {
    private static final String ENTITY = "release_policy";
    private static final int WEEKS = 8;
    private static final int MOST_A_WEEK = 600_000;
    private static final int MOST_REACTION = 80;
    private static final int MOST_BLACKOUTS = 60;
    private static final int MOST_STANDING = 100;
    private static final int MOST_WAITS = 200;

    @Inject
    private ReleaseQueries queries;

    @Inject
    private ReleaseWaitQueries waits;

    @Inject
    private PlacementQueries placements;

    @Inject
    private ReleaseRooms rooms;

    @Inject
    private LendingPolicy policy;

    @Inject
    private PlacementPolicy placementPolicy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** A release that waits long, without the employee: a moderator needs no names (R10). */
    public record LongWait(String title, String borrower, String lender, Instant start, Instant end, Instant askedAt) {
    }

    /** What a standing release can be given to, and for whom. */
    public record Choices(Map<UUID, String> libraries, Map<UUID, String> regions, Map<UUID, String> employees) {
    }

    /** @throws NotFound {@code release.notFound} when there is no such organisation */
    public Lending lending(UUID organisationId) {
        String name = queries.lenderName(organisationId).orElseThrow(() -> new NotFound("release.notFound"));
        policy.requireKeep(actor.get(), organisationId);
        Figures figures = figures(organisationId);
        List<Blackout> blackouts = queries.blackouts(organisationId, today());
        return new Lending(organisationId, name, figures.version(), figures.minutesPerWeek(), figures.reactionHours(), blackouts,
            queries.deputies(organisationId, today()).stream()
                .map(one -> new Lending.Deputy(one.personId(), one.name(), one.deputyForId(), one.deputyFor(), one.from(), one.until())).toList(),
            queries.standing(organisationId), weeks(organisationId, figures, blackouts), today());
    }

    private List<ReleaseWeek> weeks(UUID organisationId, Figures figures, List<Blackout> blackouts) {
        LocalDate monday = today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Map<LocalDate, WeekMinutes> found = queries.weeks(organisationId, monday, WEEKS);
        return IntStream.range(0, WEEKS).mapToObj(monday::plusWeeks).map(week -> {
            WeekMinutes minutes = found.getOrDefault(week, new WeekMinutes(0, 0));
            return new ReleaseWeek(week, figures.minutesPerWeek(), minutes.released(), minutes.asked(),
                blackouts.stream().filter(one -> one.touches(week, week.plusDays(6))).toList());
        }).toList();
    }

    public Choices choices(UUID organisationId) {
        policy.requireKeep(actor.get(), organisationId);
        return new Choices(names(queries.libraries(organisationId)), names(queries.regions()), names(queries.employees(organisationId, today())));
    }

    private static Map<UUID, String> names(List<ReleaseQueries.Choice> choices) {
        return choices.stream().collect(Collectors.toMap(ReleaseQueries.Choice::id, ReleaseQueries.Choice::name, (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * Says all of it anew, or nothing of it.
     *
     * @throws RuleViolation a fault per field; two black-outs on one day at the later one
     * @throws StaleData when somebody else changed it since it was seen
     */
    public Lending save(SaveLending command) {
        UUID organisationId = command.organisationId();
        lending(organisationId);
        List<Blackout> blackouts = command.blackouts() == null ? List.of() : command.blackouts();
        List<Violation> faults = new ArrayList<>(checkFigures(command, blackouts));
        faults.addAll(Blackout.check("blackouts", blackouts));
        Map<UUID, StandingRelease> present = queries.standing(organisationId).stream().collect(Collectors.toMap(StandingRelease::id, one -> one));
        if (command.standing() != null) {
            faults.addAll(checkStanding(organisationId, command.standing(), present));
        }
        RuleViolation.throwIfAny(faults);
        if (!queries.save(organisationId, command.seenVersion(), command.minutesPerWeek(), command.reactionHours(), clock.instant())) {
            throw new StaleData("stale");
        }
        queries.replaceBlackouts(organisationId, today(), blackouts);
        Map<String, Object> facts = new HashMap<>();
        facts.put("minutesPerWeek", command.minutesPerWeek());
        facts.put("reactionHours", command.reactionHours());
        facts.put("blackouts", blackouts.stream().map(one -> one.start() + "/" + one.end() + " " + one.reason()).toList());
        audit.record(actor.get(), "changed", ENTITY, organisationId, organisationId, facts);
        if (command.standing() != null) {
            Set<UUID> kept = command.standing().stream().map(Standing::id).filter(Objects::nonNull).collect(Collectors.toSet());
            present.values().stream().filter(one -> !kept.contains(one.id()) && !one.isOver(today())).forEach(this::end);
            command.standing().stream().filter(one -> one.id() == null).forEach(one -> begin(organisationId, one.wanted()));
        }
        return lending(organisationId);
    }

    private static List<Violation> checkFigures(SaveLending command, List<Blackout> blackouts) {
        List<Violation> faults = new ArrayList<>();
        if (command.minutesPerWeek() != null && (command.minutesPerWeek() < 0 || command.minutesPerWeek() > MOST_A_WEEK)) {
            faults.add(Violation.of("minutesPerWeek", "release.budget.range"));
        }
        if (command.reactionHours() != null && (command.reactionHours() < 1 || command.reactionHours() > MOST_REACTION)) {
            faults.add(Violation.of("reactionHours", "release.reaction.range", MOST_REACTION));
        }
        if (blackouts.size() > MOST_BLACKOUTS) {
            faults.add(Violation.of("blackouts", "release.tooMany", MOST_BLACKOUTS));
        }
        return faults;
    }

    private List<Violation> checkStanding(UUID lenderId, List<Standing> wanted, Map<UUID, StandingRelease> present) {
        List<Violation> faults = new ArrayList<>();
        if (wanted.size() > MOST_STANDING) {
            return List.of(Violation.of("standingReleases", "release.tooMany", MOST_STANDING));
        }
        for (int i = 0; i < wanted.size(); i++) {
            String at = "standingReleases[" + i + "].";
            Standing one = wanted.get(i);
            if (one == null) {
                faults.add(Violation.of("standingReleases[" + i + "]", "release.standing.empty"));
            } else if (one.id() == null) {
                faults.addAll(check(at, lenderId, one.wanted()));
            } else if (!present.containsKey(one.id())) {
                faults.add(Violation.of(at + "id", "release.standing.unknown"));
            }
        }
        return faults;
    }

    private List<Violation> check(String at, UUID lenderId, StandingRelease.Wanted wanted) {
        List<Violation> faults = new ArrayList<>(wanted.check(at, lenderId, today()));
        if (faults.isEmpty()) {
            Choices choices = choices(lenderId);
            if (wanted.borrowerId() != null && !choices.libraries().containsKey(wanted.borrowerId())) {
                faults.add(Violation.of(at + "borrowerId", "release.standing.unknownLibrary"));
            }
            if (wanted.regionId() != null && !choices.regions().containsKey(wanted.regionId())) {
                faults.add(Violation.of(at + "regionId", "release.standing.unknownRegion"));
            }
            if (wanted.employeeId() != null && !choices.employees().containsKey(wanted.employeeId())) {
                faults.add(Violation.of(at + "employeeId", "release.standing.unknownEmployee"));
            }
            if (actor.get().is(wanted.employeeId())) {
                faults.add(Violation.of(at + "employeeId", "placement.consent.aboutYourself"));
            }
        }
        return faults;
    }

    /**
     * Says yes beforehand, under the words of {@link StandingRelease#CLAUSES}.
     *
     * @throws RuleViolation a fault per field
     */
    public Lending giveStanding(UUID organisationId, StandingRelease.Wanted wanted) {
        Lending before = lending(organisationId);
        RuleViolation.throwIfAny(check("", organisationId, wanted));
        if (before.version() == 0) {
            queries.save(organisationId, 0, null, null, clock.instant());
        }
        begin(organisationId, wanted);
        return lending(organisationId);
    }

    private void begin(UUID organisationId, StandingRelease.Wanted wanted) {
        UUID id = Ids.next();
        queries.addStanding(id, organisationId, wanted, actor.get().personId(), clock.instant());
        Map<String, Object> facts = new HashMap<>();
        facts.put("borrowerId", text(wanted.borrowerId()));
        facts.put("regionId", text(wanted.regionId()));
        facts.put("employeeId", text(wanted.employeeId()));
        facts.put("minutesPerWeek", wanted.minutesPerWeek());
        facts.put("maxShiftMinutes", wanted.maxShiftMinutes());
        facts.put("validFrom", wanted.validFrom().toString());
        facts.put("validTo", wanted.validTo().toString());
        facts.put("clauses", StandingRelease.CLAUSES);
        audit.record(actor.get(), "given", "standing_release", id, organisationId, facts);
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    /**
     * Takes a standing yes back at once; loans that became definite under it stay.
     *
     * @throws NotFound {@code release.standing.notFound} to who does not keep it
     * @throws Conflict {@code release.standing.over} when it had ended already
     */
    public Lending revokeStanding(UUID id) {
        StandingRelease standing = queries.standingById(id).filter(one -> policy.mayKeep(actor.get(), one.lenderId()))
            .orElseThrow(() -> new NotFound("release.standing.notFound"));
        policy.requireKeep(actor.get(), standing.lenderId());
        if (standing.isOver(today())) {
            throw new Conflict("release.standing.over");
        }
        end(standing);
        return lending(standing.lenderId());
    }

    private void end(StandingRelease standing) {
        if (!queries.revoke(standing.id(), actor.get().personId(), clock.instant())) {
            throw new Conflict("release.standing.over");
        }
        audit.record(actor.get(), "revoked", "standing_release", standing.id(), standing.lenderId(), Map.of());
    }

    /**
     * What the lender's own agreements say about one loan, for the one who decides as lender.
     *
     * @return empty for everybody else, for own people, and where nothing was agreed
     */
    public Optional<ReleaseRoom> room(UUID placementId) {
        Row row = placements.row(placementId).orElseThrow(() -> new NotFound("placement.notFound"));
        placementPolicy.requireRead(actor.get(), PlacementReader.parties(row));
        return policy.mayKeep(actor.get(), row.lenderId()) ? rooms.room(row) : Optional.empty();
    }

    /**
     * Releases that libraries of the reader's regions did not answer in time, by begin of the work. She can call; she
     * decides nothing.
     */
    public List<LongWait> longWaits() {
        policy.requireLookAfter(actor.get());
        return waits.longWaits(policy.lookedAfter(actor.get()), clock.instant(), MOST_WAITS).stream()
            .map(one -> new LongWait(one.title(), one.borrower(), one.lender(), one.start(), one.end(), one.askedAt())).toList();
    }

    private Figures figures(UUID organisationId) {
        return queries.figures(organisationId).orElse(new Figures(0, null, null));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zones.AMSTERDAM));
    }
}
