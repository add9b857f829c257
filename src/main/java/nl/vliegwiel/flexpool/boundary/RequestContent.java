package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.flexpool.domain.Urgency;

/**
 * A request as somebody typed or sent it; anything may be missing or wrong, the service says what.
 *
 * @param organisationId the asking library
 * @param skills null for none
 * @param shifts null for none yet
 * @param deadline null for none
 * @param urgency null counts as normal
 */
public record RequestContent(UUID organisationId, UUID branchId, String title, String description, Purpose purpose, List<SkillAsk> skills,
        List<ShiftAsk> shifts, List<Circle> circles, Instant deadline, Urgency urgency) {
    /** @param skillId public id in the catalogue; @param minLevel 1–4; @param required null counts as true */
    public record SkillAsk(UUID skillId, Integer minLevel, Boolean required) {
    }

    /**
     * @param id of an existing shift; null for a new one, or to find it back by its times
     * @param headcount null counts as 1
     * @param breakMinutes null is the usual break for the length of the shift
     */
    public record ShiftAsk(UUID id, Instant start, Instant end, Integer headcount, Integer breakMinutes) {
    }

    public RequestContent {
        skills = skills == null ? List.of() : skills;
        shifts = shifts == null ? List.of() : shifts;
        circles = circles == null ? List.of() : circles;
        urgency = urgency == null ? Urgency.NORMAL : urgency;
    }
}
