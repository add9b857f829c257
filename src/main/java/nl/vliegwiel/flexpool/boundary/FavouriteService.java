package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.FavouriteChanged;
import nl.vliegwiel.flexpool.FavouriteChanged.Change;
import nl.vliegwiel.flexpool.domain.FavouriteState;
import nl.vliegwiel.flexpool.persistence.FavouriteQueries;
import nl.vliegwiel.flexpool.persistence.FavouriteQueries.Row;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.WeightsQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.StaleData;

/** People whom a library would like to see again: it asks, she decides, either ends it (R10, R11). */
@UseCase
public class FavouriteService {
    private static final String ENTITY = "favourite";

    @Inject
    private FavouriteQueries queries;

    @Inject
    private PlacementQueries placements;

    @Inject
    private WeightsQueries organisations;

    @Inject
    private FavouritePolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<FavouriteChanged> changed;

    /** One that is asked or agreed, for the library and for herself. @param instantAt since when a yes of hers is definite at once; null for not */
    public record Favourite(UUID id, int version, UUID organisationId, String organisation, UUID personId, String name, FavouriteState state,
            Instant since, Instant instantAt) {
    }

    /** Of the library, by family name. @throws NotFound {@code organisation.notFound} */
    public List<Favourite> ofLibrary(UUID organisationId) {
        organisations.organisationName(organisationId).orElseThrow(() -> new NotFound("organisation.notFound"));
        policy.requireKeep(actor.get(), organisationId);
        return queries.ofLibraries(Set.of(organisationId)).stream().map(FavouriteService::view).toList();
    }

    /** Libraries that asked her, or whose favourite she is. */
    @OpenToAllStaff
    public List<Favourite> mine() {
        return queries.ofPerson(actor.get().personId()).stream().map(FavouriteService::view).toList();
    }

    private static Favourite view(Row row) {
        return new Favourite(row.id(), row.version(), row.organisationId(), row.organisation(), row.personId(), row.name(), row.state(), row.changedAt(), row.instantAt());
    }

    /** @throws NotFound {@code favourite.notFound} to who is neither of the two */
    public Favourite favourite(UUID id) {
        Row row = row(id);
        policy.requireEnd(actor.get(), row.organisationId(), row.personId());
        return view(row);
    }

    /** Whether the borrower can ask the employee of this placement: it knows her and did not ask yet. */
    public boolean mayAsk(UUID placementId) {
        return placements.head(placementId).filter(head -> policy.mayKeep(actor.get(), head.borrowerId()))
            .filter(head -> queries.cameForward(head.borrowerId(), head.employeeId()))
            .filter(head -> queries.ofPerson(head.employeeId()).stream().noneMatch(one -> one.organisationId().equals(head.borrowerId()))).isPresent();
    }

    /**
     * The borrower of a placement asks its employee.
     *
     * @return id of the favourite
     * @throws NotFound {@code placement.notFound}; @throws Conflict {@code favourite.unknown} when she did not come forward (R10),
     *         {@code constraint.favourite_once} when she was asked already
     */
    public UUID ask(UUID placementId) {
        Actor who = actor.get();
        PlacementQueries.Head head = placements.head(placementId).filter(one -> policy.mayKeep(who, one.borrowerId()))
            .orElseThrow(() -> new NotFound("placement.notFound"));
        if (!queries.cameForward(head.borrowerId(), head.employeeId())) {
            throw new Conflict("favourite.unknown");
        }
        UUID id = Ids.next();
        queries.add(id, head.borrowerId(), head.employeeId(), who.personId(), clock.instant());
        tell(id, head.borrowerId(), head.employeeId(), Change.ASKED);
        return id;
    }

    /** She says yes or no. */
    public void answer(UUID id, int seenVersion, boolean yes) {
        Row row = row(id);
        policy.requireAnswer(actor.get(), row.personId());
        become(row, seenVersion, row.state().answered(yes), yes ? Change.AGREED : Change.DECLINED);
    }

    /** She or the library ends it; a reason is not asked. */
    public void end(UUID id, int seenVersion) {
        Row row = row(id);
        policy.requireEnd(actor.get(), row.organisationId(), row.personId());
        become(row, seenVersion, row.state().ended(), Change.ENDED);
    }

    /**
     * The library says its own yes beforehand to every request of its that she answers inside a standing release of her
     * employer, or takes that back at once. It also says that it checked the Waadi ground, collegial without profit (R4).
     *
     * @throws Conflict {@code favourite.instant.notAgreed} as long as she did not say yes to being a favourite
     */
    public void bookInstantly(UUID id, int seenVersion, boolean on) {
        Row row = row(id);
        policy.requireKeepIt(actor.get(), row.organisationId());
        if (row.state() != FavouriteState.AGREED) {
            throw new Conflict("favourite.instant.notAgreed");
        }
        if (!queries.instant(id, seenVersion, on ? actor.get().personId() : null, clock.instant())) {
            throw new StaleData("stale");
        }
        audit.record(actor.get(), on ? "instant_on" : "instant_off", ENTITY, id, row.organisationId(), Map.of());
    }

    private Row row(UUID id) {
        return queries.find(id).orElseThrow(() -> new NotFound("favourite.notFound"));
    }

    private void become(Row row, int seenVersion, FavouriteState state, Change change) {
        if (!queries.become(row.id(), seenVersion, state, clock.instant())) {
            throw new StaleData("stale");
        }
        tell(row.id(), row.organisationId(), row.personId(), change);
    }

    private void tell(UUID id, UUID organisationId, UUID personId, Change change) {
        audit.record(actor.get(), change.name().toLowerCase(Locale.ROOT), ENTITY, id, organisationId, Map.of());
        changed.fire(new FavouriteChanged(id, organisationId, personId, change, actor.get().personId(), clock.instant()));
    }
}
