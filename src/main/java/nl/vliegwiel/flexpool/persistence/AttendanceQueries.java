package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.AttendanceStep;
import nl.vliegwiel.flexpool.domain.AttendanceView;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.platform.persistence.Ids;
import org.jdbi.v3.core.Jdbi;

/** What parties said about who came; read by those of the placement alone, and by no ranking (R9). */
@ApplicationScoped
public class AttendanceQueries {
    @Inject
    private Jdbi jdbi;

    /** @param view null with a step that takes it back */
    public record Line(AttendanceStep step, Party party, AttendanceView view, UUID personId, String name, Instant at) {
    }

    /** Everything that was said, in the order of time. */
    public List<Line> lines(UUID placementId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select s.*, p.given_name || ' ' || p.family_name as name from attendance_step s join person p on p.id = s.person_id
                 where s.placement_id = :placement order by s.at, s.id""")
            .bind("placement", placementId)
            .map((row, context) -> new Line(AttendanceStep.valueOf(row.getString("step")), Party.valueOf(row.getString("party")),
                row.getString("view") == null ? null : AttendanceView.valueOf(row.getString("view")), row.getObject("person_id", UUID.class),
                row.getString("name"), row.getTimestamp("at").toInstant()))
            .list());
    }

    /** @param view null for a step that takes it back */
    public void add(UUID placementId, AttendanceStep step, Party party, AttendanceView view, UUID personId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into attendance_step (id, placement_id, step, party, view, person_id, at) values (:id, :placement, :step, :party, :view, :person, :at)""")
            .bind("id", Ids.next()).bind("placement", placementId).bind("step", step.name()).bind("party", party.name())
            .bind("view", view == null ? null : view.name()).bind("person", personId).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /** She herself or somebody for her said that she worked, or an employer agreed: then she came. */
    public boolean hasSubmittedHours(UUID placementId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "select exists (select from timesheet where placement_id = :placement and state in ('SUBMITTED','CONFIRMED','APPROVED'))")
            .bind("placement", placementId).mapTo(Boolean.class).one());
    }
}
