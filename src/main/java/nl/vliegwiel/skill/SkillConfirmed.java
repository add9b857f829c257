package nl.vliegwiel.skill;

import java.time.Instant;
import java.util.UUID;

/**
 * A manager looked at what an employee says she can, and confirmed it or not (R14: she is told).
 *
 * @param skillId public id of the skill
 * @param confirmed false where the manager did not confirm
 */
public record SkillConfirmed(UUID personId, UUID skillId, boolean confirmed, UUID byPersonId, Instant at) {
}
