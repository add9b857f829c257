package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.vliegwiel.flexpool.RequestChanged;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.PlannedShift;
import nl.vliegwiel.flexpool.domain.PoolMembership;
import nl.vliegwiel.flexpool.domain.Reach;
import nl.vliegwiel.flexpool.domain.RequestChoices;
import nl.vliegwiel.flexpool.domain.RequestFilter;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.flexpool.domain.ShiftRules;
import nl.vliegwiel.flexpool.domain.StaffRequest;
import nl.vliegwiel.flexpool.domain.reach.Pace;
import nl.vliegwiel.flexpool.persistence.PoolQueries;
import nl.vliegwiel.flexpool.persistence.ReachQueries;
import nl.vliegwiel.flexpool.persistence.RequestQueries;
import nl.vliegwiel.flexpool.persistence.RequestRepository;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Period;

/** Asking for people: draft, publish, change, withdraw; and reading what one may see. */
@UseCase
public class RequestService {
    private static final String ENTITY = "request";

    @Inject
    private RequestRepository requests;

    @Inject
    private RequestQueries queries;

    @Inject
    private PoolQueries pool;

    @Inject
    private WorkingTimeQueries workingTime;

    @Inject
    private RequestPolicy policy;

    @Inject
    private RequestCheck check;

    @Inject
    private RequestProgress progress;

    @Inject
    private ReachQueries reach;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Inject
    private Event<RequestChanged> changed;

    /**
     * Makes a draft.
     *
     * @param copiedFrom former request that it was made from; null for none
     * @return the draft
     */
    public RequestView create(RequestContent content, UUID copiedFrom) {
        Actor who = actor.get();
        policy.requireWrite(who, content.organisationId());
        RequestCheck.Checked checked = check.check(content, List.of(), rules());
        UUID source = copiedFrom == null || queries.find(policy.scope(who), copiedFrom).isEmpty() ? null : copiedFrom;
        StaffRequest request = StaffRequest.draft(Ids.next(), content.organisationId(), checked.text(), checked.skills(), checked.shifts(), source,
            who.personId(), clock.instant());
        requests.add(request);
        requests.flush();
        audit.record(who, "created", ENTITY, request.id(), request.organisationId(), Map.of("shifts", checked.shifts().size()));
        return seen(request.id());
    }

    /**
     * Changes a draft, or what may still change after publication.
     *
     * @param seenVersion version that the person saw
     * @return the request after it
     */
    public RequestView change(UUID id, int seenVersion, RequestContent content) {
        StaffRequest request = mine(id, seenVersion);
        RequestContent same = new RequestContent(request.organisationId(), content.branchId(), content.title(), content.description(), content.purpose(),
            content.skills(), content.shifts(), content.circles(), content.deadline(), content.urgency());
        if (content.organisationId() != null && !content.organisationId().equals(request.organisationId())) {
            throw new RuleViolation(List.of(Violation.of("organisationId", "request.fixed.organisation")));
        }
        RequestCheck.Checked checked = check.check(same, request.shifts(), rules());
        request.change(checked.text(), checked.skills(), checked.shifts(), queries.taken(id), queries.filled(id), clock.instant());
        requests.flush();
        reachAgain(request);
        // More or fewer seats may make a filled request partly filled and the other way round
        progress.recount(id);
        audit.record(actor.get(), "changed", ENTITY, id, request.organisationId(), Map.of("status", request.status().name()));
        return seen(id);
    }

    /** Shows a draft to its circles. */
    public RequestView publish(UUID id, int seenVersion) {
        StaffRequest request = mine(id, seenVersion);
        Instant now = clock.instant();
        request.publish(now);
        requests.flush();
        Pace pace = reach.pace(request.organisationId()).map(ReachQueries.Kept::pace).orElse(Pace.DEFAULT);
        reach.start(id, pace.schedule(request.circles().names(), now, firstStart(request, now)), pace.strict(), now);
        audit.record(actor.get(), "published", ENTITY, id, request.organisationId(),
            Map.of("circles", request.circles().names().toString(), "shifts", request.shifts().size()));
        changed.fire(new RequestChanged(id, request.organisationId(), RequestChanged.Change.PUBLISHED, actor.get().personId(), now));
        return seen(id);
    }

    /** Other circles, shifts or a later deadline: what has not opened yet is planned anew. */
    private void reachAgain(StaffRequest request) {
        Instant now = clock.instant();
        if (request.publishedAt().isEmpty()) {
            return;
        }
        ReachQueries.Progress progress = reach.progress(request.id()).orElse(null);
        if (progress == null) {
            return;
        }
        Pace pace = reach.pace(request.organisationId()).map(ReachQueries.Kept::pace).orElse(Pace.DEFAULT);
        List<Circle> open = progress.steps().stream().filter(step -> step.openedAt() != null).map(ReachQueries.Step::circle).toList();
        Instant last = progress.steps().stream().map(ReachQueries.Step::openedAt).filter(Objects::nonNull).max(Instant::compareTo).orElse(now);
        reach.planAgain(request.id(), pace.after(open, request.circles().names(), last, firstStart(request, now)), open.size(), now);
    }

    private static Instant firstStart(StaffRequest request, Instant now) {
        return request.shifts().stream().map(shift -> shift.period().start()).filter(start -> start.isAfter(now)).findFirst().orElse(now);
    }

    /** Takes a request back; reactions that are not definite end with it. */
    public RequestView withdraw(UUID id, int seenVersion) {
        StaffRequest request = mine(id, seenVersion);
        RequestStatus before = request.status();
        request.withdraw(queries.filled(id).values().stream().mapToInt(Integer::intValue).sum(), clock.instant());
        requests.flush();
        audit.record(actor.get(), "withdrawn", ENTITY, id, request.organisationId(), Map.of("before", before.name()));
        if (before != RequestStatus.DRAFT) {
            changed.fire(new RequestChanged(id, request.organisationId(), RequestChanged.Change.WITHDRAWN, actor.get().personId(), clock.instant()));
        }
        return seen(id);
    }

    /** Somebody else's draft is not there (404); what she sees but does not own she may not change (403). */
    private StaffRequest mine(UUID id, int seenVersion) {
        policy.requireWrite(actor.get(), seen(id).organisationId());
        StaffRequest request = requests.get(id);
        RequestRepository.requireVersion(request, seenVersion);
        return request;
    }

    /** @throws NotFound {@code request.notFound} when it is not there or not hers to see */
    private RequestView seen(UUID id) {
        return queries.find(policy.scope(actor.get()), id).orElseThrow(() -> new NotFound("request.notFound"));
    }

    /**
     * @param after id of the last one that was seen; null for the newest
     * @param limit at most this many
     * @return newest first, what the person may see
     */
    public List<RequestView> list(RequestFilter filter, UUID after, int limit) {
        return queries.slice(policy.scope(actor.get()), filter, after, limit);
    }

    /**
     * @param page first is 1
     * @param size rows of a page
     * @return open ones that begin soonest first
     */
    public RequestRows page(RequestFilter filter, int page, int size) {
        var scope = policy.scope(actor.get());
        return new RequestRows(queries.page(scope, filter, (page - 1) * size, size), queries.count(scope, filter));
    }

    /** @throws NotFound {@code request.notFound} */
    public RequestView get(UUID id) {
        return queries.find(policy.scope(actor.get()), id).orElseThrow(() -> new NotFound("request.notFound"));
    }

    /** @throws NotFound {@code request.notFound} */
    public RequestDetail detail(UUID id) {
        Actor who = actor.get();
        RequestView view = get(id);
        boolean ours = policy.mayWrite(who, view.organisationId());
        boolean editable = view.status() == RequestStatus.DRAFT || view.status().isOpen() || view.status() == RequestStatus.FILLED;
        return new RequestDetail(view, ours, ours && editable, ours && view.status() == RequestStatus.DRAFT,
            ours && view.status().mayBecome(RequestStatus.WITHDRAWN),
            view.status().isOpen() && queries.reaches(policy.scope(who), id), view.status().isOpen() && mayApply(who, view, ours));
    }

    /**
     * Who is employed where a circle reaches may apply. Whoever asks for the library sees that choice for herself only
     * when she takes part in the pool, lest she think that she has to do something with it.
     */
    private boolean mayApply(Actor who, RequestView view, boolean ours) {
        return (!ours || pool.membership(who.personId()).filter(PoolMembership::participating).isPresent())
            && queries.reaches(policy.employedScope(who), view.id());
    }

    /** How far a request would go, for the asker before she publishes. */
    public Reach reach(UUID id) {
        policy.requireWrite(actor.get(), seen(id).organisationId());
        return queries.reach(id);
    }

    /** What the asker should know before she publishes, without stopping her; fields as {@code shifts[0].breakMinutes}. */
    public List<Violation> warnings(UUID id) {
        RequestView view = seen(id);
        policy.requireWrite(actor.get(), view.organisationId());
        ShiftRules rules = rules();
        return IntStream.range(0, view.shifts().size()).boxed().flatMap(i -> {
            RequestView.ShiftView shift = view.shifts().get(i);
            return rules.warnings("shifts[" + i + "].", new PlannedShift(new Period(shift.start(), shift.end()), shift.headcount(), shift.breakMinutes()))
                .stream();
        }).toList();
    }

    /** Faults in the words of a request that is not complete enough to save; asks nothing of the database. */
    @OpenToAllStaff
    public List<Violation> textFaults(RequestContent content) {
        return RequestCheck.texts(content.title() == null ? "" : content.title().strip(), content.description() == null ? "" : content.description().strip());
    }

    /** The moment by which a page tells what is past. */
    @OpenToAllStaff
    public Instant now() {
        return clock.instant();
    }

    /** What an HR manager of this library can choose from. */
    public RequestChoices choices(UUID organisationId) {
        policy.requireWrite(actor.get(), organisationId);
        return new RequestChoices(queries.branches(organisationId), queries.catalogue());
    }

    /** Skills of the catalogue, to filter by. */
    @OpenToAllStaff
    public List<RequestChoices.CatalogueSkill> skills() {
        return queries.catalogue();
    }

    @OpenToAllStaff
    public List<String> provinces() {
        return queries.provinces();
    }

    private ShiftRules rules() {
        return new ShiftRules(workingTime.limits());
    }
}
