package nl.vliegwiel.organisation.boundary;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.organisation.OrganisationKind;
import nl.vliegwiel.organisation.Place;
import nl.vliegwiel.organisation.boundary.OrganisationView.BranchView;
import nl.vliegwiel.organisation.boundary.OrganisationView.CodeView;
import nl.vliegwiel.organisation.boundary.OrganisationView.Member;
import nl.vliegwiel.organisation.persistence.OrganisationQueries;
import nl.vliegwiel.organisation.persistence.OrganisationQueries.BranchRow;
import nl.vliegwiel.organisation.persistence.OrganisationQueries.Row;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;

/** Reading the register. Merged organisations are left out of lists and stay readable by their id. */
@UseCase
public class RegisterService {
    private static final int SUGGESTIONS = 12;

    @Inject
    private OrganisationQueries queries;

    @Inject
    private PlaceDirectory places;

    @Inject
    private CurrentActor actor;

    /**
     * What to show of the register; null or empty leaves a part open.
     *
     * @param kind POI finds libraries that are POI as well
     * @param province its own, or one that a POI works for
     * @param q in its name, codes, branches or their places
     */
    public record Filter(OrganisationKind kind, String province, String q) {
        String kindName() {
            return kind == null ? null : kind.name();
        }

        String provinceName() {
            return province == null || province.isBlank() ? null : province;
        }
    }

    /** One page in the order of names, with the number of all. */
    public record Page(List<OrganisationView> rows, int total) {
    }

    /** A POI to choose. */
    public record Choice(UUID id, String name) {
    }

    /** @return up to {@code limit} organisations in the order of their ids, after the one given */
    @OpenToAllStaff
    public List<OrganisationView> after(Filter filter, UUID after, int limit) {
        return views(queries.after(filter.kindName(), filter.provinceName(), filter.q(), after, limit));
    }

    @OpenToAllStaff
    public Page page(Filter filter, int offset, int limit) {
        return new Page(views(queries.page(filter.kindName(), filter.provinceName(), filter.q(), offset, limit)),
            queries.count(filter.kindName(), filter.provinceName(), filter.q()));
    }

    /** @throws NotFound when there is none */
    @OpenToAllStaff
    public OrganisationView organisation(UUID id) {
        Row row = queries.find(id).orElseThrow(() -> new NotFound("organisation.notFound"));
        boolean poi = row.alsoPoi() || OrganisationKind.POI.name().equals(row.kind());
        List<CodeView> codes = queries.codes(id).stream()
            .map(code -> new CodeView(code.isil(), code.validFrom(), code.validTo(), code.branch())).toList();
        List<Member> region = poi ? queries.region(id).stream().map(library -> new Member(library.id(), library.name())).toList() : null;
        return view(row, queries.branches(List.of(id)), poi ? queries.poiProvinces(id) : null, codes, region);
    }

    @OpenToAllStaff
    public List<Choice> pois() {
        return queries.pois().stream().map(poi -> new Choice(poi.id(), poi.name())).toList();
    }

    /** @return the largest places whose name begins so, for suggestions while typing */
    @OpenToAllStaff
    public List<Place> placesBeginningWith(String text) {
        return places.beginningWith(text, SUGGESTIONS);
    }

    /** @return what a person meant by the name of a place: none, one, or several when it stays open */
    @OpenToAllStaff
    public List<Place> placesNamed(String text, String nearProvince) {
        return places.named(text, nearProvince);
    }

    /** @return whether the one who asks may keep the register */
    @OpenToAllStaff
    public boolean mayKeep() {
        return OrganisationPolicy.mayKeep(actor.get());
    }

    private List<OrganisationView> views(List<Row> rows) {
        Map<UUID, List<BranchRow>> branches = queries.branches(rows.stream().map(Row::id).toList()).stream()
            .collect(Collectors.groupingBy(BranchRow::organisationId));
        List<OrganisationView> views = new ArrayList<>();
        for (Row row : rows) {
            views.add(view(row, branches.getOrDefault(row.id(), List.of()), null, null, null));
        }
        return views;
    }

    private static OrganisationView view(Row row, List<BranchRow> branches, List<String> poiProvinces, List<CodeView> codes, List<Member> region) {
        return new OrganisationView(row.id(), row.version(), row.name(), OrganisationKind.valueOf(row.kind()), row.alsoPoi(), row.isil(),
            row.province(), poiProvinces, row.poiId(), row.poiName(), row.mergedInto(), row.heirName(), row.fictional(),
            branches.stream().filter(branch -> branch.closedOn() == null).map(BranchRow::place).distinct().toList(),
            branches.stream().map(branch -> new BranchView(branch.id(), branch.version(), branch.name(), branch.place(), branch.province(),
                branch.placeId(), branch.address(), branch.closedOn())).toList(),
            codes, region);
    }
}
