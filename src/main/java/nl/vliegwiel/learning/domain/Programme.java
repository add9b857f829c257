package nl.vliegwiel.learning.domain;

import java.util.UUID;

/**
 * What is learned.
 *
 * @param skillId public id of the skill that a certificate shows; null for none
 * @param minAttendance percentage of the sessions asked for a certificate
 */
public record Programme(UUID id, int version, UUID organiserId, String organiser, String title, String goals, UUID skillId, String skillDutch, String skillEnglish, Integer skillLevel,
        int minAttendance) {
    /** A skill to choose. */
    public record SkillName(UUID id, String dutch, String english) {
    }

    /** Who offers programmes. */
    public record Organiser(UUID id, String name) {
    }
}
