package nl.vliegwiel.skill.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;
import nl.vliegwiel.skill.persistence.SkillQueries;
import nl.vliegwiel.skill.persistence.SkillQueries.AskedRow;

/** People who wait for their manager to confirm what they can, one item per person. */
@ApplicationScoped
public class ConfirmSkillsInbox implements InboxSource {
    @Inject
    private SkillQueries queries;

    @Inject
    private Clock clock;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        return asked(actor).stream().map(row -> new InboxItem("SKILLS_CONFIRM", "skills", row.personId(), row.version(),
            "skill.inbox.confirm", List.of(row.name(), row.skills()), row.since(), null,
            "/organisation/confirm-skills?person=" + row.personId())).toList();
    }

    @Override
    public int count(Actor actor) {
        return asked(actor).size();
    }

    private List<AskedRow> asked(Actor actor) {
        Set<UUID> organisations = SkillPolicy.confirmsFor(actor);
        return organisations.isEmpty() ? List.of() : queries.asked(organisations, actor.personId(), LocalDate.now(clock));
    }
}
