package nl.vliegwiel.flexpool.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.flexpool.domain.Urgency;

/** A request as a script reads it. */
public record RequestAnswer(UUID id, int version, UUID organisationId, String organisation, UUID branchId, String branch, String place, String province,
        String title, String description, Purpose purpose, RequestStatus status, List<Skill> skills, List<Circle> circles, List<Shift> shifts,
        Instant deadline, Instant createdAt, Instant publishedAt, Urgency urgency) {
    /** A skill asked for. */
    public record Skill(UUID skillId, int minLevel, boolean required) {
    }

    /** A shift with the number of definite placements. */
    public record Shift(UUID id, Instant start, Instant end, int headcount, int breakMinutes, int filled) {
    }

    static RequestAnswer of(RequestView view) {
        return new RequestAnswer(view.id(), view.version(), view.organisationId(), view.organisationName(), view.branchId(), view.branchName(),
            view.place(), view.province(), view.title(), view.description(), view.purpose(), view.status(),
            view.skills().stream().map(skill -> new Skill(skill.skillId(), skill.minLevel(), skill.required())).toList(), view.circles(),
            view.shifts().stream().map(shift -> new Shift(shift.id(), shift.start(), shift.end(), shift.headcount(), shift.breakMinutes(), shift.filled()))
                .toList(),
            view.deadline(), view.createdAt(), view.publishedAt(), view.urgency());
    }
}
