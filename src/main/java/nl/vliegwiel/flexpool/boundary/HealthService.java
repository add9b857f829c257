package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.boundary.HealthReport.Figures;
import nl.vliegwiel.flexpool.boundary.HealthReport.Scope;
import nl.vliegwiel.flexpool.persistence.HealthQueries;
import nl.vliegwiel.flexpool.persistence.HealthQueries.Balance;
import nl.vliegwiel.flexpool.persistence.HealthQueries.Flow;
import nl.vliegwiel.flexpool.persistence.HealthQueries.Month;
import nl.vliegwiel.flexpool.persistence.HealthQueries.Poi;
import nl.vliegwiel.flexpool.persistence.HealthQueries.Spot;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.time.Zones;

/** How the pool does: the reasons for which pools die, in time. From figures that a job makes, so that a page stays fast. */
@UseCase
public class HealthService {
    private static final int MONTHS = 12;
    private static final int PERCENT = 100;

    @Inject
    private HealthQueries queries;

    @Inject
    private HealthPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    protected HealthService() {
    }

    /** For what runs outside a container. */
    public HealthService(HealthQueries queries, HealthPolicy policy, CurrentActor actor, Clock clock) {
        this.queries = queries;
        this.policy = policy;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Twelve months until and with this one.
     *
     * @param organisationId a library, or a POI for its region; null for the whole network, or for the library that the reader acts for
     * @throws NotFound {@code health.notFound} for a library that is not the reader's
     */
    public HealthReport report(Scope scope, UUID organisationId) {
        Actor who = actor.get();
        policy.requireRead(who);
        LocalDate last = LocalDate.now(clock.withZone(Zones.AMSTERDAM)).withDayOfMonth(1).plusMonths(1);
        LocalDate from = last.minusMonths(MONTHS);
        UUID library = scope == Scope.LIBRARY && organisationId != null ? organisationId : who.actingFor();
        Poi poi = library == null ? null : queries.poi(library).orElse(null);
        Poi own = library == null ? null : queries.organisation(library).orElse(null);
        Collection<UUID> libraries = libraries(who, scope, scope == Scope.REGION && organisationId != null ? organisationId : region(who, poi), library);
        Poi named = scope == Scope.NETWORK ? null : scope == Scope.LIBRARY ? own : queries.organisation(organisationId != null ? organisationId : region(who, poi)).orElse(null);
        List<Month> months = queries.months(libraries, from, last);
        List<Flow> flows = queries.flows(libraries, from, last).stream().filter(flow -> flow.placements() >= HealthReport.SMALLEST).toList();
        Set<UUID> seen = new HashSet<>();
        flows.forEach(flow -> {
            seen.add(flow.lenderId());
            seen.add(flow.borrowerId());
        });
        List<Balance> balances = queries.balances(libraries, from, last);
        balances.forEach(balance -> seen.add(balance.id()));
        List<Spot> spots = queries.spots(seen);
        Map<UUID, String> names = spots.stream().collect(Collectors.toMap(Spot::id, Spot::name));
        return new HealthReport(scope, named == null ? null : named.id(), named == null ? null : named.name(), library, own == null ? null : own.name(),
            poi == null ? null : poi.id(), poi == null ? null : poi.name(), from, last.minusDays(1), figures(sum(months)),
            months.stream().map(month -> new HealthReport.Month(month.month(), figures(month))).toList(), balances.stream().map(HealthService::balance).toList(),
            flows.stream().filter(flow -> names.containsKey(flow.lenderId()) && names.containsKey(flow.borrowerId()))
                .map(flow -> new HealthReport.Flow(flow.lenderId(), names.get(flow.lenderId()), flow.borrowerId(), names.get(flow.borrowerId()), flow.placements(), flow.minutes())).toList(),
            spots.stream().map(spot -> new HealthReport.Spot(spot.id(), spot.name(), spot.xKm(), spot.yKm())).toList(), queries.refreshedAt());
    }

    /** Places that draw the country. */
    @OpenToAllStaff
    public List<HealthReport.Spot> outline() {
        return queries.outline().stream().map(spot -> new HealthReport.Spot(null, spot.name(), spot.xKm(), spot.yKm())).toList();
    }

    /** A moderator at a POI sees that region; others that of their library. */
    private static UUID region(Actor who, Poi poi) {
        return poi != null ? poi.id() : who.actingFor();
    }

    private Collection<UUID> libraries(Actor who, Scope scope, UUID region, UUID library) {
        if (scope == Scope.NETWORK) {
            return null;
        }
        if (scope == Scope.LIBRARY) {
            if (library == null) {
                throw new NotFound("health.notFound");
            }
            policy.requireReadLibrary(who, library);
            return List.of(library);
        }
        List<UUID> libraries = region == null ? List.of() : queries.region(region);
        if (libraries.isEmpty() || !who.isAdmin() && libraries.stream().noneMatch(one -> policy.mayReadLibrary(who, one))) {
            throw new NotFound("health.notFound");
        }
        return libraries;
    }

    private static Month sum(List<Month> months) {
        Function<ToIntFunction<Month>, Integer> all = part -> months.stream().mapToInt(part).sum();
        return new Month(null, 0, all.apply(Month::requests), all.apply(Month::seats), all.apply(Month::filled), all.apply(Month::late), all.apply(Month::withinDay),
            all.apply(Month::withinThree), all.apply(Month::withinWeek), all.apply(Month::later), months.stream().mapToLong(Month::fillMinutes).sum(),
            all.apply(Month::plannerMinutes), all.apply(Month::lent), months.stream().mapToLong(Month::roadMetres).sum(), all.apply(Month::givenMinutes), all.apply(Month::takenMinutes));
    }

    private static Figures figures(Month of) {
        boolean asked = of.seats() >= HealthReport.SMALLEST;
        boolean filled = of.filled() >= HealthReport.SMALLEST;
        boolean lent = of.lent() >= HealthReport.SMALLEST;
        return new Figures(of.requests(), of.seats(), of.filled(), asked ? share(of.filled(), of.seats()) : null, filled ? Math.round((float) of.fillMinutes() / of.filled()) : null,
            filled ? of.withinDay() : null, filled ? of.withinThree() : null, filled ? of.withinWeek() : null, filled ? of.later() : null, of.late(),
            asked ? share(of.late(), of.seats()) : null, of.plannerMinutes(), filled ? Math.round((float) of.plannerMinutes() / of.filled()) : null, of.lent(),
            lent ? Integer.valueOf(Math.round((float) of.roadMetres() / of.lent())) : null, of.givenMinutes(), of.takenMinutes());
    }

    private static Integer share(int part, int whole) {
        return Math.round((float) PERCENT * part / whole);
    }

    private static HealthReport.Balance balance(Balance of) {
        boolean lent = of.lent() >= HealthReport.SMALLEST;
        boolean filled = of.filled() >= HealthReport.SMALLEST;
        return new HealthReport.Balance(of.id(), of.name(), of.seats() >= HealthReport.SMALLEST ? share(of.filled(), of.seats()) : null, lent ? of.givenMinutes() : null,
            filled ? of.takenMinutes() : null);
    }
}
