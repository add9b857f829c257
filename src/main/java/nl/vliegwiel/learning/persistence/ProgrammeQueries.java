package nl.vliegwiel.learning.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.learning.domain.Programme;
import org.jdbi.v3.core.Jdbi;

/** Learning programmes. */
@ApplicationScoped
public class ProgrammeQueries {
    private static final String ROWS = """
        select p.id, p.version, p.organiser_id, o.name as organiser, p.title, p.goals, s.public_id as skill, s.name_nl, s.name_en, p.skill_level, p.min_attendance
          from learning_programme p join organisation o on o.id = p.organiser_id left join skill s on s.id = p.skill_id
         where\s""";

    @Inject
    private Jdbi jdbi;

    /** By title, a stretch after another programme. */
    public List<Programme> list(UUID after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + """
                (cast(:after as uuid) is null or (lower(p.title), p.id) > (select lower(a.title), a.id from learning_programme a where a.id = cast(:after as uuid)))
                 order by lower(p.title), p.id limit :most""")
            .bind("after", after).bind("most", most).map((row, context) -> row(row)).list());
    }

    public Optional<Programme> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "p.id = :id").bind("id", id).map((row, context) -> row(row)).findOne());
    }

    /** Skills that a certificate can show, by name. */
    public List<Programme.SkillName> skills() {
        return jdbi.withHandle(handle -> handle.createQuery("select public_id, name_nl, name_en from skill where kind <> 'CERTIFICATE' and not retired order by lower(name_nl)")
            .map((row, context) -> new Programme.SkillName(row.getObject("public_id", UUID.class), row.getString("name_nl"), row.getString("name_en"))).list());
    }

    /** @return whether there is such a skill, and it is none that is kept by validity date */
    public boolean isSkill(UUID publicId) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from skill where public_id = :id and kind <> 'CERTIFICATE' and not retired)")
            .bind("id", publicId).mapTo(Boolean.class).one());
    }

    public void add(UUID id, UUID organiserId, String title, String goals, UUID skillId, Integer level, int minAttendance, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into learning_programme (id, organiser_id, title, goals, skill_id, skill_level, min_attendance, created_by, created_at, changed_at)
                values (:id, :organiser, :title, :goals, (select s.id from skill s where s.public_id = cast(:skill as uuid)), cast(:level as smallint), :attendance, :by, :at, :at)""")
            .bind("id", id).bind("organiser", organiserId).bind("title", title).bind("goals", goals).bind("skill", skillId).bind("level", level)
            .bind("attendance", minAttendance).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /** @return false when somebody else changed it */
    public boolean change(UUID id, int seenVersion, String title, String goals, UUID skillId, Integer level, int minAttendance, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update learning_programme set title = :title, goals = :goals, skill_id = (select s.id from skill s where s.public_id = cast(:skill as uuid)),
                       skill_level = cast(:level as smallint), min_attendance = :attendance, changed_at = :at, version = version + 1
                 where id = :id and version = :version""")
            .bind("id", id).bind("version", seenVersion).bind("title", title).bind("goals", goals).bind("skill", skillId).bind("level", level)
            .bind("attendance", minAttendance).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) == 1;
    }

    /** Which of these organisations have a name, by id; for choosing who organises. */
    public List<Programme.Organiser> organisers(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, name from organisation where id = any(:ids) and merged_into is null order by lower(name)")
            .bindArray("ids", UUID.class, ids.toArray()).map((row, context) -> new Programme.Organiser(row.getObject("id", UUID.class), row.getString("name"))).list());
    }

    private static Programme row(ResultSet row) throws SQLException {
        return new Programme(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("organiser_id", UUID.class), row.getString("organiser"), row.getString("title"),
            row.getString("goals"), row.getObject("skill", UUID.class), row.getString("name_nl"), row.getString("name_en"), (Integer) row.getObject("skill_level"),
            row.getInt("min_attendance"));
    }
}
