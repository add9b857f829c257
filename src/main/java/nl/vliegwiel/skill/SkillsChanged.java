package nl.vliegwiel.skill;

import java.util.UUID;

/** The skills of a person changed: one was added, dropped, or has another level or expiry. */
public record SkillsChanged(UUID personId) {
}
