package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.QuestionChanged;
import nl.vliegwiel.flexpool.QuestionChanged.Change;
import nl.vliegwiel.flexpool.persistence.QuestionQueries;
import nl.vliegwiel.flexpool.persistence.QuestionQueries.Row;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;

/** Questions about a request before somebody applies. Nobody reads who asked but the library, once she came forward (R10). */
@UseCase
public class QuestionService {
    /** Unanswered ones of one person about one request; more than these is not asking any more. */
    public static final int MOST_OPEN = 3;
    public static final int LONGEST_QUESTION = 1000;
    public static final int LONGEST_ANSWER = 2000;

    private static final String ENTITY = "question";

    @Inject
    private QuestionQueries queries;

    @Inject
    private QuestionPolicy policy;

    @Inject
    private RequestService requests;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<QuestionChanged> changed;

    /**
     * @return what the reader may read, oldest first: all for the library that asks; else her own and what was answered for everybody
     * @throws NotFound {@code request.notFound} to whom the request is not shown
     */
    public List<Question> questions(UUID requestId) {
        requests.get(requestId);
        Actor who = actor.get();
        return queries.of(requestId).stream().filter(row -> policy.mayRead(who, row)).map(row -> view(row, who)).toList();
    }

    /** Whether the reader can ask something here: the request is open and reaches her. */
    public boolean mayAsk(UUID requestId) {
        RequestDetail request = requests.detail(requestId);
        return request.view().status().isOpen() && policy.mayAsk(actor.get(), request);
    }

    /**
     * @param named she wants to be named to the library right away
     * @throws NotFound {@code request.notFound}; Forbidden {@code question.ask.notReached}
     * @throws Conflict {@code question.request.closed}, {@code question.tooMany}
     * @throws RuleViolation what is wrong with the text
     */
    public Question ask(UUID requestId, String text, boolean named) {
        Actor who = actor.get();
        RequestDetail request = requests.detail(requestId);
        if (!request.view().status().isOpen()) {
            throw new Conflict("question.request.closed");
        }
        policy.requireAsk(who, request);
        String question = FreeText.required("question", text, LONGEST_QUESTION);
        if (queries.open(requestId, who.personId()) >= MOST_OPEN) {
            throw new Conflict("question.tooMany", MOST_OPEN);
        }
        UUID id = Ids.next();
        queries.add(id, requestId, who.personId(), named, question, clock.instant());
        // Without her name: the library reads this line too (R10)
        audit.record(null, "asked", ENTITY, id, request.view().organisationId(), Map.of("requestId", requestId.toString()));
        tell(queries.find(id).orElseThrow(), Change.ASKED, who);
        return view(queries.find(id).orElseThrow(), who);
    }

    /**
     * The library that asks answers, once.
     *
     * @param forHerOnly nobody else reads it
     * @throws NotFound {@code question.notFound}; Forbidden {@code question.answer.notYours}
     * @throws Conflict {@code question.answered}
     * @throws StaleData {@code stale}
     * @throws RuleViolation what is wrong with the text
     */
    public Question answer(UUID questionId, int seenVersion, String text, boolean forHerOnly) {
        Actor who = actor.get();
        Row row = queries.find(questionId).orElseThrow(() -> new NotFound("question.notFound"));
        policy.requireAnswer(who, row);
        String answer = FreeText.required("answer", text, LONGEST_ANSWER);
        if (row.version() != seenVersion) {
            throw new StaleData("stale");
        }
        if (row.answer() != null || !queries.answer(questionId, seenVersion, answer, forHerOnly, who.personId(), clock.instant())) {
            throw new Conflict("question.answered");
        }
        audit.record(who, "answered", ENTITY, questionId, row.organisationId(), Map.of("forHerOnly", forHerOnly));
        tell(row, Change.ANSWERED, who);
        return view(queries.find(questionId).orElseThrow(), who);
    }

    private void tell(Row row, Change change, Actor who) {
        Instant now = clock.instant();
        changed.fire(new QuestionChanged(row.id(), row.requestId(), row.title(), row.organisationId(), row.askerId(), change, who.personId(), now));
    }

    private Question view(Row row, Actor who) {
        boolean named = policy.maySeeName(who, row);
        return new Question(row.id(), row.version(), row.requestId(), named ? row.askerId() : null, named ? row.asker() : null, who.is(row.askerId()),
            row.question(), row.askedAt(), row.answer(), row.answeredAt(), row.forHerOnly(), row.answer() == null && policy.mayAnswer(who, row));
    }
}
