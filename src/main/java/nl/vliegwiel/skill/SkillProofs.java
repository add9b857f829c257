package nl.vliegwiel.skill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import nl.vliegwiel.skill.persistence.ProofQueries;

/** What another feature saw somebody do shows a skill of hers at once, also in matching; and no longer once it is taken back. */
@ApplicationScoped
public class SkillProofs {
    @Inject
    private ProofQueries proofs;

    @Inject
    private Event<SkillsChanged> changed;

    /**
     * She has the skill on this level at least, confirmed by who saw it. A level that she has already stays when it is higher.
     *
     * @param sourceId what shows it, such as a certificate
     * @param skillId public id
     * @param level from 1 to 4
     * @param evidence in a few words
     * @param by who confirms it
     */
    public void show(UUID sourceId, UUID personId, UUID skillId, int level, String evidence, UUID by, Instant at) {
        proofs.show(sourceId, personId, skillId, level, evidence, by, at);
        changed.fire(new SkillsChanged(personId));
    }

    /** What it showed is as it was before, unless she or her library said something else since. */
    public void takeBack(UUID sourceId) {
        proofs.takeBack(sourceId).ifPresent(person -> changed.fire(new SkillsChanged(person)));
    }
}
