package nl.vliegwiel.organisation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.organisation.Place;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The register as it is read. */
@ApplicationScoped
public class OrganisationQueries {
    private static final String COLUMNS = """
        select o.id, o.version, o.name, o.kind, o.also_poi, o.province, o.poi_id, poi.name as poi_name, o.merged_into,
               heir.name as heir_name, o.fictional,
               (select isil from isil_code c where c.organisation_id = o.id and c.branch_id is null and c.valid_to is null) as isil
          from organisation o
          left join organisation poi on poi.id = o.poi_id
          left join organisation heir on heir.id = o.merged_into
        """;

    private static final String MATCH = """
         where o.merged_into is null
           and (cast(:kind as text) is null or o.kind = :kind or (:kind = 'POI' and o.also_poi))
           and (cast(:province as text) is null or o.province = :province
                or exists (select 1 from organisation_province p where p.organisation_id = o.id and p.province = :province))
           and (cast(:q as text) is null or o.name ilike :q
                or exists (select 1 from isil_code c where c.organisation_id = o.id and c.isil ilike :q)
                or exists (select 1 from branch b join place on place.id = b.place_id
                            where b.organisation_id = o.id and (b.name ilike :q or place.name ilike :q)))
        """;

    private static final String AFTER = """
           and (cast(:after as uuid) is null or o.id > :after)
         order by o.id
         limit :limit""";

    private static final String PAGE = """
         order by o.name, o.id
         offset :offset limit :limit""";

    private static final String BRANCHES = """
        select b.id, b.version, b.organisation_id, b.name, b.place_id, place.name as place, place.province, b.address, b.closed_on
          from branch b join place on place.id = b.place_id
         where b.organisation_id = any(:organisations)
         order by b.organisation_id, b.name""";

    private static final String CODES = """
        select c.isil, c.valid_from, c.valid_to, b.name as branch
          from isil_code c left join branch b on b.id = c.branch_id
         where c.organisation_id = :organisation
         order by c.valid_to is not null, c.valid_from desc, c.isil""";

    private static final String REGION = """
        select id, name from organisation where poi_id = :poi and merged_into is null order by name""";

    private static final String PLACES = "select id, name, province, x_km, y_km from place ";

    @Inject
    private Jdbi jdbi;

    /** An organisation without its branches. */
    public record Row(UUID id, int version, String name, String kind, boolean alsoPoi, String province, UUID poiId, String poiName,
            UUID mergedInto, String heirName, boolean fictional, String isil) {
    }

    /** A branch with the name of its place. */
    public record BranchRow(UUID id, int version, UUID organisationId, String name, int placeId, String place, String province,
            String address, LocalDate closedOn) {
    }

    /** A code, current or former. */
    public record CodeRow(String isil, LocalDate validFrom, LocalDate validTo, String branch) {
    }

    /** Id and name. */
    public record Named(UUID id, String name) {
    }

    /** At most {@code limit} rows in the order of their ids, after the one given. */
    public List<Row> after(String kind, String province, String q, UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + MATCH + AFTER)
            .bind("kind", kind).bind("province", province).bind("q", like(q)).bind("after", after).bind("limit", limit)
            .map(OrganisationQueries::row).list());
    }

    /** One page in the order of names. */
    public List<Row> page(String kind, String province, String q, int offset, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + MATCH + PAGE)
            .bind("kind", kind).bind("province", province).bind("q", like(q)).bind("offset", offset).bind("limit", limit)
            .map(OrganisationQueries::row).list());
    }

    public int count(String kind, String province, String q) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from organisation o " + MATCH)
            .bind("kind", kind).bind("province", province).bind("q", like(q)).mapTo(Integer.class).one());
    }

    public Optional<Row> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + " where o.id = :id").bind("id", id).map(OrganisationQueries::row).findOne());
    }

    public List<BranchRow> branches(Collection<UUID> organisations) {
        return jdbi.withHandle(handle -> handle.createQuery(BRANCHES).bindArray("organisations", UUID.class, organisations)
            .map((row, context) -> new BranchRow(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("organisation_id", UUID.class),
                row.getString("name"), row.getInt("place_id"), row.getString("place"), row.getString("province"), row.getString("address"),
                row.getObject("closed_on", LocalDate.class)))
            .list());
    }

    public List<CodeRow> codes(UUID organisationId) {
        return jdbi.withHandle(handle -> handle.createQuery(CODES).bind("organisation", organisationId)
            .map((row, context) -> new CodeRow(row.getString("isil"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getString("branch")))
            .list());
    }

    public List<String> poiProvinces(UUID organisationId) {
        return jdbi.withHandle(handle -> handle
            .createQuery("select province from organisation_province where organisation_id = :organisation order by province")
            .bind("organisation", organisationId).mapTo(String.class).list());
    }

    public List<Named> region(UUID poiId) {
        return jdbi.withHandle(handle -> handle.createQuery(REGION).bind("poi", poiId).map(OrganisationQueries::named).list());
    }

    public List<Named> pois() {
        return jdbi.withHandle(handle -> handle
            .createQuery("select id, name from organisation where (kind = 'POI' or also_poi) and merged_into is null order by name")
            .map(OrganisationQueries::named).list());
    }

    public List<Place> places(Collection<Integer> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(PLACES + "where id = any(:ids)").bindArray("ids", Integer.class, ids)
            .map(OrganisationQueries::place).list());
    }

    /** By the whole name, any case, most people first. */
    public List<Place> placesNamed(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(PLACES + "where lower(name) = lower(:name) order by population desc, id")
            .bind("name", name).map(OrganisationQueries::place).list());
    }

    public List<Place> placesBeginningWith(String text, int atMost) {
        return jdbi.withHandle(handle -> handle
            .createQuery(PLACES + "where name ilike :q or name ilike '''s-' || :q or name ilike '''s ' || :q order by population desc, id limit :limit")
            .bind("q", escaped(text) + "%").bind("limit", atMost).map(OrganisationQueries::place).list());
    }

    private static String like(String q) {
        return q == null || q.isBlank() ? null : "%" + escaped(q.strip()) + "%";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("name"), row.getString("kind"),
            row.getBoolean("also_poi"), row.getString("province"), row.getObject("poi_id", UUID.class), row.getString("poi_name"),
            row.getObject("merged_into", UUID.class), row.getString("heir_name"), row.getBoolean("fictional"), row.getString("isil"));
    }

    private static Named named(ResultSet row, StatementContext context) throws SQLException {
        return new Named(row.getObject("id", UUID.class), row.getString("name"));
    }

    private static Place place(ResultSet row, StatementContext context) throws SQLException {
        return new Place(row.getInt("id"), row.getString("name"), row.getString("province"), row.getDouble("x_km"), row.getDouble("y_km"));
    }
}
