package nl.vliegwiel.skill;

/** What an entry of the catalogue is. */
public enum SkillKind {
    /** Something a person can, with a level. */
    SKILL,
    /** A kind of work a person has done, with a level. */
    TASK,
    /** A proof that one has or has not, kept by validity date only. */
    CERTIFICATE
}
