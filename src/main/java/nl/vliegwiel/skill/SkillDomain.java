package nl.vliegwiel.skill;

/** Part of the library's work to which a skill belongs. */
public enum SkillDomain {
    EDUCATION, INFORMATION, PROGRAMMING, SERVICE, ORGANISATION, SAFETY
}
