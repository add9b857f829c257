package nl.vliegwiel.flexpool.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.frame.FrameState;
import nl.vliegwiel.flexpool.domain.frame.FrameTerms;
import nl.vliegwiel.platform.rest.Json;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Frame agreements with their texts and yeses. */
@ApplicationScoped
public class FrameQueries {
    private static final String ROWS = """
        select f.*, one.name as one_name, other.name as other_name, t.content, t.made_for, t.made_at,
               x.given_name || ' ' || x.family_name as terminated_by_name
          from frame_agreement f join organisation one on one.id = f.one_id join organisation other on other.id = f.other_id
          join frame_agreement_text t on t.frame_id = f.id and t.text_version = f.text_version
          left join person x on x.id = f.terminated_by
         where\s""";

    @Inject
    private Jdbi jdbi;

    /**
     * A frame agreement with its present text.
     *
     * @param terms of the text; its days may since have been shortened by notice: validTo of the row holds
     * @param madeFor library that made the present text
     */
    public record Row(UUID id, int version, int number, UUID oneId, String one, UUID otherId, String other, FrameState state, int textVersion, LocalDate validFrom,
            LocalDate validTo, FrameTerms terms, UUID madeFor, Instant madeAt, String terminatedBy, Instant terminatedAt) {
    }

    /** What somebody said for a library. */
    public record Consent(int textVersion, UUID organisationId, String organisation, Decision decision, String name, Instant at) {
    }

    public Optional<Row> find(UUID id) {
        return jdbi.withHandle(handle -> rows(handle.createQuery(ROWS + "f.id = :id").bind("id", id)).stream().findFirst());
    }

    /** Of these libraries, the ones that wait first, then by number, newest first. */
    public List<Row> of(Collection<UUID> organisations) {
        return jdbi.withHandle(handle -> rows(handle.createQuery(ROWS + "f.one_id = any(:ids) or f.other_id = any(:ids) order by f.state <> 'PROPOSED', f.number desc limit 200")
            .bindArray("ids", UUID.class, organisations.toArray())));
    }

    /** The one that holds between two libraries on a day. */
    public Optional<Row> holding(UUID a, UUID b, LocalDate day) {
        return jdbi.withHandle(handle -> rows(handle.createQuery(ROWS + "f.state = 'AGREED' and f.one_id = least(cast(:a as uuid), cast(:b as uuid))"
                + " and f.other_id = greatest(cast(:a as uuid), cast(:b as uuid)) and f.valid_from <= :day and (f.valid_to is null or f.valid_to >= :day)")
            .bind("a", a).bind("b", b).bind("day", day)).stream().findFirst());
    }

    private static List<Row> rows(Query query) {
        return query.map((row, context) -> new Row(uuid(row, "id"), row.getInt("version"), row.getInt("number"), uuid(row, "one_id"), row.getString("one_name"),
            uuid(row, "other_id"), row.getString("other_name"), FrameState.valueOf(row.getString("state")), row.getInt("text_version"), day(row, "valid_from"),
            day(row, "valid_to"), terms(row.getString("content")), uuid(row, "made_for"), instant(row, "made_at"), row.getString("terminated_by_name"),
            instant(row, "terminated_at"))).list();
    }

    public List<Consent> consents(UUID frameId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select c.*, o.name as organisation, p.given_name || ' ' || p.family_name as name from frame_agreement_consent c
                  join organisation o on o.id = c.organisation_id join person p on p.id = c.person_id where c.frame_id = :id order by c.at, c.organisation_id""")
            .bind("id", frameId).map((row, context) -> new Consent(row.getInt("text_version"), uuid(row, "organisation_id"), row.getString("organisation"),
                Decision.valueOf(row.getString("decision")), row.getString("name"), instant(row, "at"))).list());
    }

    public void add(UUID id, UUID a, UUID b, FrameTerms terms, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into frame_agreement (id, one_id, other_id, state, valid_from, valid_to, notice_months, created_by, created_at)
                values (:id, least(cast(:a as uuid), cast(:b as uuid)), greatest(cast(:a as uuid), cast(:b as uuid)), 'PROPOSED', :from, :to, :notice, :by, :at)""")
            .bind("id", id).bind("a", a).bind("b", b).bind("from", terms.validFrom()).bind("to", terms.validTo()).bind("notice", terms.noticeMonths()).bind("by", by)
            .bind("at", at(at)).execute());
    }

    public void addText(UUID id, int textVersion, FrameTerms terms, UUID madeFor, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into frame_agreement_text (frame_id, text_version, content, made_for, made_by, made_at) values (:id, :version, cast(:content as jsonb), :for, :by, :at)""")
            .bind("id", id).bind("version", textVersion).bind("content", json(terms)).bind("for", madeFor).bind("by", by).bind("at", at(at)).execute());
    }

    public void addConsent(UUID id, int textVersion, UUID organisationId, Decision decision, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into frame_agreement_consent (frame_id, text_version, organisation_id, decision, person_id, at) values (:id, :version, :organisation, :decision, :by, :at)""")
            .bind("id", id).bind("version", textVersion).bind("organisation", organisationId).bind("decision", decision.name()).bind("by", by).bind("at", at(at)).execute());
    }

    /** @return false when somebody else changed it since it was seen */
    public boolean change(UUID id, int seenVersion, FrameState state, int textVersion, FrameTerms terms) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update frame_agreement set version = version + 1, state = :state, text_version = :text, valid_from = :from, valid_to = :to, notice_months = :notice
                 where id = :id and version = :seen""")
            .bind("id", id).bind("seen", seenVersion).bind("state", state.name()).bind("text", textVersion).bind("from", terms.validFrom()).bind("to", terms.validTo())
            .bind("notice", terms.noticeMonths()).execute()) == 1;
    }

    /** @return false when somebody else changed it since it was seen */
    public boolean terminate(UUID id, int seenVersion, LocalDate lastDay, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update frame_agreement set version = version + 1, valid_to = :last, terminated_by = :by, terminated_at = :at where id = :id and version = :seen""")
            .bind("id", id).bind("seen", seenVersion).bind("last", lastDay).bind("by", by).bind("at", at(at)).execute()) == 1;
    }

    /** How many proposals wait for a yes or no of these libraries. */
    public int waiting(Collection<UUID> organisations) {
        return organisations.isEmpty() ? 0 : jdbi.withHandle(handle -> handle.createQuery("""
                select count(*) from frame_agreement f cross join lateral (values (f.one_id), (f.other_id)) as party (id)
                 where f.state = 'PROPOSED' and party.id = any(:ids) and not exists (select from frame_agreement_consent c
                   where c.frame_id = f.id and c.text_version = f.text_version and c.organisation_id = party.id)""")
            .bindArray("ids", UUID.class, organisations.toArray()).mapTo(Integer.class).one());
    }

    private static FrameTerms terms(String json) {
        try {
            return Json.MAPPER.readValue(json, FrameTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored frame agreement cannot be read", e);
        }
    }

    private static String json(FrameTerms terms) {
        try {
            return Json.MAPPER.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A frame agreement is plain data", e);
        }
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        var value = row.getDate(column);
        return value == null ? null : value.toLocalDate();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
