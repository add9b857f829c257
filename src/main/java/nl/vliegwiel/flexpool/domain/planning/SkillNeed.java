package nl.vliegwiel.flexpool.domain.planning;

/** A shift asks for this skill at this level or higher. */
public record SkillNeed(int skill, int level) {
}
