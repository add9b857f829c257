package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.vliegwiel.flexpool.persistence.QuestionQueries.Row;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;

/** Who asks, who answers, and who reads what of it (R10). */
@ApplicationScoped
public class QuestionPolicy {
    @Inject
    private RequestPolicy requests;

    /** Whom the request reaches, as with applying; the HR managers of the library answer. */
    public boolean mayAsk(Actor who, RequestDetail request) {
        return request.reachesMe() && !request.ours();
    }

    /** @throws Forbidden {@code question.ask.notReached} */
    public void requireAsk(Actor who, RequestDetail request) {
        if (!mayAsk(who, request)) {
            throw new Forbidden("question.ask.notReached");
        }
    }

    public boolean mayAnswer(Actor who, Row question) {
        return requests.mayWrite(who, question.organisationId()) && !who.is(question.askerId());
    }

    public boolean mayRead(Actor who, Row question) {
        return who.is(question.askerId()) || requests.mayWrite(who, question.organisationId()) || question.answer() != null && !question.forHerOnly();
    }

    /** Others never read who asked. */
    public boolean maySeeName(Actor who, Row question) {
        return who.is(question.askerId()) || question.cameForward() && requests.mayWrite(who, question.organisationId());
    }

    /** @throws NotFound to whom the question is not shown; Forbidden {@code question.answer.notYours} to all but the library */
    public void requireAnswer(Actor who, Row question) {
        if (!mayRead(who, question)) {
            throw new NotFound("question.notFound");
        }
        if (!mayAnswer(who, question)) {
            throw new Forbidden("question.answer.notYours");
        }
    }
}
