package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.vliegwiel.flexpool.persistence.QuestionQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;

/** Questions that wait for an answer of the library; the answer itself comes to who asked as a notice. */
@ApplicationScoped
public class QuestionInbox implements InboxSource {
    @Inject
    private QuestionQueries queries;

    @Override
    public List<InboxItem> waitingFor(Actor actor) {
        return queries.waiting(actor.personId(), actor.organisationsWhere(Role.HR_MANAGER)).stream()
            .map(one -> new InboxItem("QUESTION_ANSWER", "question", one.id(), one.version(), "question.inbox", List.of(one.title()), one.askedAt(), null,
                "/flexpool/request?id=" + one.requestId() + "#vragen")).toList();
    }

    @Override
    public int count(Actor actor) {
        return queries.count(actor.personId(), actor.organisationsWhere(Role.HR_MANAGER));
    }
}
