package nl.vliegwiel.flexpool.domain.ranking;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One skill that a request asks, beside what the candidate has of it.
 *
 * @param name name of the skill in the reader's language, for the explanation
 * @param askedLevel 1–4
 * @param required false when it is only wished
 * @param heldLevel 1–4, or 0 when the candidate has not got the skill
 * @param validUntil last day on which the candidate's certificate is valid; null when it does not expire
 */
public record AskedSkill(String name, int askedLevel, boolean required, int heldLevel, LocalDate validUntil) {
    public AskedSkill {
        Objects.requireNonNull(name);
    }

    public static AskedSkill required(String name, int askedLevel, int heldLevel) {
        return new AskedSkill(name, askedLevel, true, heldLevel, null);
    }

    public static AskedSkill wished(String name, int askedLevel, int heldLevel) {
        return new AskedSkill(name, askedLevel, false, heldLevel, null);
    }
}
