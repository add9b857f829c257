package nl.vliegwiel.flexpool.rest;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.RequestContent;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.flexpool.domain.Urgency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request as a script sends it. */
public record RequestBody(UUID organisationId, UUID branchId, String title, String description, Purpose purpose, List<Skill> skills,
        List<Shift> shifts, List<Circle> circles, OffsetDateTime deadline, Urgency urgency) {
    /** A skill asked for. */
    @Schema(name = "SkillAsked")
    public record Skill(UUID skillId, Integer minLevel, Boolean required) {
    }

    /** A shift; the id only when an existing one is meant. */
    @Schema(name = "ShiftAsked")
    public record Shift(UUID id, OffsetDateTime start, OffsetDateTime end, Integer headcount, Integer breakMinutes) {
    }

    RequestContent content() {
        return new RequestContent(organisationId, branchId, title, description, purpose,
            skills == null ? null : skills.stream()
                .map(skill -> skill == null ? null : new RequestContent.SkillAsk(skill.skillId(), skill.minLevel(), skill.required())).toList(),
            shifts == null ? null : shifts.stream().map(RequestBody::shift).toList(),
            circles, deadline == null ? null : deadline.toInstant(), urgency);
    }

    private static RequestContent.ShiftAsk shift(Shift shift) {
        return shift == null ? null : new RequestContent.ShiftAsk(shift.id(), shift.start() == null ? null : shift.start().toInstant(),
            shift.end() == null ? null : shift.end().toInstant(), shift.headcount(), shift.breakMinutes());
    }
}
