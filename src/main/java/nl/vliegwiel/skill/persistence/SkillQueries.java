package nl.vliegwiel.skill.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The catalogue and people's skills as they are read. */
@ApplicationScoped
public class SkillQueries {
    private static final String SKILLS = """
        select public_id, version, kind, domain, name_nl, name_en, description_nl, description_en, retired
          from skill
         where (cast(:kind as text) is null or kind = :kind)
           and (cast(:domain as text) is null or domain = :domain)
           and (cast(:q as text) is null or name_nl ilike :q or name_en ilike :q or description_nl ilike :q or description_en ilike :q)
           and (:retired or not retired)
        """;

    private static final String OF_PERSON = """
        select s.public_id, s.kind, s.domain, s.name_nl, s.name_en, s.retired, ps.level, ps.certificate_expires_on, ps.evidence,
               c.given_name || ' ' || c.family_name as confirmed_by, ps.confirmed_at, ps.confirmation_asked_at
          from person_skill ps
          join skill s on s.id = ps.skill_id
          left join person c on c.id = ps.confirmed_by
         where ps.person_id = :person
         order by s.kind, s.domain, s.name_nl""";

    /** Employees of today at one of the organisations, other than the one who asks: nobody confirms her own skills. */
    private static final String ASKED = """
        select p.id as person_id, p.given_name || ' ' || p.family_name as name, coalesce(v.version, 0) as version,
               min(ps.confirmation_asked_at) as since, count(*) as skills
          from person_skill ps
          join person p on p.id = ps.person_id
          left join skill_set v on v.person_id = p.id
         where ps.confirmation_asked_at is not null and p.id <> :asking
           and exists (select 1 from employment e where e.person_id = p.id and e.organisation_id = any(:organisations)
                          and e.starts_on <= :today and (e.ends_on is null or e.ends_on >= :today))
         group by p.id, v.version
         order by since""";

    private static final String EMPLOYED = """
        select exists (select 1 from employment e where e.person_id = :person and e.organisation_id = any(:organisations)
                          and e.starts_on <= :today and (e.ends_on is null or e.ends_on >= :today))""";

    @Inject
    private Jdbi jdbi;

    /** An entry of the catalogue. */
    public record SkillRow(UUID id, int version, String kind, String domain, String nameNl, String nameEn, String descriptionNl,
            String descriptionEn, boolean retired) {
    }

    /** What one person says, with the name of who confirmed it. */
    public record PersonSkillRow(UUID skillId, String kind, String domain, String nameNl, String nameEn, boolean retired, int level,
            LocalDate certificateExpiresOn, String evidence, String confirmedBy, Instant confirmedAt, Instant confirmationAskedAt) {
    }

    /** A person who asked for confirmation. */
    public record AskedRow(UUID personId, String name, int version, Instant since, int skills) {
    }

    /** At most {@code limit} rows in the order of their ids, after the one given. */
    public List<SkillRow> after(String kind, String domain, String q, boolean retired, UUID after, int limit) {
        return jdbi.withHandle(handle -> handle
            .createQuery(SKILLS + " and (cast(:after as uuid) is null or public_id > :after) order by public_id limit :limit")
            .bind("kind", kind).bind("domain", domain).bind("q", like(q)).bind("retired", retired).bind("after", after).bind("limit", limit)
            .map(SkillQueries::skill).list());
    }

    /** All that match, in the order in which a person reads them. */
    public List<SkillRow> all(String kind, String domain, String q, boolean retired) {
        return jdbi.withHandle(handle -> handle.createQuery(SKILLS + " order by array_position(array['SKILL','TASK','CERTIFICATE'], kind), domain, name_nl")
            .bind("kind", kind).bind("domain", domain).bind("q", like(q)).bind("retired", retired)
            .map(SkillQueries::skill).list());
    }

    public Optional<SkillRow> find(UUID id) {
        return jdbi.withHandle(handle -> handle
            .createQuery("select public_id, version, kind, domain, name_nl, name_en, description_nl, description_en, retired from skill where public_id = :id")
            .bind("id", id).map(SkillQueries::skill).findOne());
    }

    public List<PersonSkillRow> of(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_PERSON).bind("person", personId)
            .map((row, context) -> new PersonSkillRow(row.getObject("public_id", UUID.class), row.getString("kind"), row.getString("domain"),
                row.getString("name_nl"), row.getString("name_en"), row.getBoolean("retired"), row.getInt("level"),
                row.getObject("certificate_expires_on", LocalDate.class), row.getString("evidence"), row.getString("confirmed_by"),
                instant(row, "confirmed_at"), instant(row, "confirmation_asked_at")))
            .list());
    }

    /** Version of the person's set; 0 while she never said anything. */
    public int version(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select version from skill_set where person_id = :person")
            .bind("person", personId).mapTo(Integer.class).findOne().orElse(0));
    }

    /** Locks the person's set until the end of the transaction. @return its version */
    public int lock(UUID personId) {
        return jdbi.withHandle(handle -> {
            handle.execute("insert into skill_set (person_id, version) values (?, 0) on conflict (person_id) do nothing", personId);
            return handle.createQuery("select version from skill_set where person_id = :person for update")
                .bind("person", personId).mapTo(Integer.class).one();
        });
    }

    public void raiseVersion(UUID personId) {
        jdbi.useHandle(handle -> handle.execute("update skill_set set version = version + 1 where person_id = ?", personId));
    }

    public List<AskedRow> asked(Collection<UUID> organisations, UUID asking, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(ASKED).bindArray("organisations", UUID.class, organisations)
            .bind("asking", asking).bind("today", today)
            .map((row, context) -> new AskedRow(row.getObject("person_id", UUID.class), row.getString("name"), row.getInt("version"),
                instant(row, "since"), row.getInt("skills")))
            .list());
    }

    public boolean isEmployedAtOneOf(UUID personId, Collection<UUID> organisations, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(EMPLOYED).bind("person", personId)
            .bindArray("organisations", UUID.class, organisations).bind("today", today).mapTo(Boolean.class).one());
    }

    public Optional<String> name(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select given_name || ' ' || family_name from person where id = :person")
            .bind("person", personId).mapTo(String.class).findOne());
    }

    private static SkillRow skill(ResultSet row, StatementContext context) throws SQLException {
        return new SkillRow(row.getObject("public_id", UUID.class), row.getInt("version"), row.getString("kind"), row.getString("domain"),
            row.getString("name_nl"), row.getString("name_en"), row.getString("description_nl"), row.getString("description_en"),
            row.getBoolean("retired"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static String like(String q) {
        return q == null || q.isBlank() ? null : "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
