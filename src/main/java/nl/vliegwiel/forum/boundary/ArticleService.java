package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.forum.persistence.ArticleQueries;
import nl.vliegwiel.forum.persistence.ArticleQueries.AnswerRow;
import nl.vliegwiel.forum.persistence.ExpertQueries;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;

/** Articles that are made of answers, with thanks to who wrote them, and model letters with the libraries that use them. */
@UseCase
public class ArticleService {
    private static final int MOST_ANSWERS = 12;

    @Inject
    private ArticleQueries articles;

    @Inject
    private TopicQueries topics;

    @Inject
    private PostQueries posts;

    @Inject
    private ExpertQueries experts;

    @Inject
    private PostKeeper keeper;

    @Inject
    private TopicService reading;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Another topic that belongs to one. */
    public record Link(UUID id, String title) {
    }

    /** Somebody whose words went into an article. */
    public record Credit(UUID id, String name) {
    }

    /** A library that uses a letter. @param edition which version of it */
    public record Use(UUID organisationId, String name, int edition) {
    }

    /**
     * What belongs to a topic beside its posts.
     *
     * @param article that was made of this question; null for none
     * @param source question that this article was made of; null for none, or not the reader's to see
     * @param mayMake the reader may make an article of it
     * @param edition version of a letter that is there now; 0 for all else
     * @param usable libraries for which the reader may say that they use it
     */
    public record Beside(Link article, Link source, List<Credit> credits, boolean mayMake, int edition, List<Use> uses, Set<UUID> usable) {
    }

    /** @throws NotFound {@code topic.notFound} */
    public Beside beside(UUID topicId) {
        FoundTopic found = policy.requireTopic(actor.get(), topicId);
        boolean question = found.topic().kind() == TopicKind.QUESTION;
        boolean article = found.topic().kind() == TopicKind.ARTICLE;
        boolean letter = found.topic().kind() == TopicKind.LETTER;
        Link made = question ? articles.of(topicId).map(row -> new Link(row.id(), row.title())).orElse(null) : null;
        Link source = article ? articles.source(topicId).filter(row -> policy.mayReadTopic(found.who(), row.id())).map(row -> new Link(row.id(), row.title())).orElse(null) : null;
        return new Beside(made, source, article ? articles.credits(topicId).stream().map(row -> new Credit(row.id(), row.name())).toList() : List.of(),
            question && made == null && found.topic().acceptedPostId() != null && mayMake(found), letter ? articles.edition(topicId) : 0,
            letter ? articles.uses(topicId).stream().map(row -> new Use(row.organisationId(), row.name(), row.edition())).toList() : List.of(),
            letter ? found.who().organisationsWhere(Role.HR_MANAGER) : Set.of());
    }

    private boolean mayMake(FoundTopic found) {
        return posts.find(found.topic().acceptedPostId(), found.who().personId())
            .filter(answer -> policy.mayJudge(found.who(), found.topic(), answer, found.space(), experts.knows(found.who().personId(), found.topic().tags()))).isPresent();
    }

    /**
     * Makes an article of a question, its accepted answer and what readers liked, in the same space. Its words can be changed
     * like those of any topic; who wrote them is thanked.
     *
     * @throws NotFound {@code topic.notFound}; Forbidden {@code article.notYours} but for who wrote the answer, who knows the theme and moderators
     * @throws Conflict {@code article.noAnswer} or {@code article.already}
     */
    public Topic make(UUID topicId) {
        Actor who = actor.get();
        policy.requireTopic(who, topicId);
        topics.lock(topicId);
        FoundTopic found = policy.requireTopic(who, topicId);
        TopicQueries.Row question = found.topic();
        if (question.kind() != TopicKind.QUESTION || question.acceptedPostId() == null) {
            throw new Conflict("article.noAnswer");
        }
        if (!mayMake(found)) {
            throw new Forbidden("article.notYours");
        }
        if (articles.of(topicId).isPresent()) {
            throw new Conflict("article.already");
        }
        List<AnswerRow> answers = articles.answers(topicId, MOST_ANSWERS);
        Set<UUID> credits = new LinkedHashSet<>();
        String body = body(who, posts.page(topicId, 0, who.personId(), 1).get(0).body(), answers, credits);
        if (!question.anonymous()) {
            credits.add(question.authorId());
        }
        Instant now = clock.instant();
        UUID id = Ids.next();
        topics.add(id, question.spaceId(), TopicKind.ARTICLE, question.title(), question.tags(), who.personId(), false, now);
        keeper.add(Ids.next(), id, 1, who.personId(), body, now);
        topics.index(id);
        topics.followFirst(id, who.personId());
        topics.read(id, who.personId(), 1);
        articles.made(id, topicId, credits);
        audit.record(who, "article_made", TopicService.ENTITY, id, null, Map.of("of", topicId.toString()));
        return reading.get(id);
    }

    private static String body(Actor who, String asked, List<AnswerRow> answers, Set<UUID> credits) {
        List<String> parts = new ArrayList<>();
        parts.add(asked);
        boolean more = false;
        int length = Cleaned.length(asked);
        for (AnswerRow answer : answers) {
            length += Cleaned.length(answer.body()) + 100;
            if (length > ForumText.LONGEST_BODY) {
                break;
            }
            if (answer.accepted()) {
                parts.add("## " + Texts.of(who.language(), "article.answer"));
            } else if (!more) {
                more = true;
                parts.add("## " + Texts.of(who.language(), "article.more"));
            }
            parts.add(answer.body());
            credits.add(answer.authorId());
        }
        return String.join("\n\n", parts);
    }

    /**
     * A library uses the letter as it is now.
     *
     * @throws NotFound {@code topic.notFound} or {@code organisation.notFound}; Forbidden {@code letter.notYours} but for HR managers of the library
     * @throws Conflict {@code letter.none} for a topic that is no letter
     */
    public Beside use(UUID topicId, UUID organisationId) {
        FoundTopic found = requireLetter(topicId, organisationId);
        articles.use(topicId, organisationId, articles.edition(topicId), found.who().personId(), clock.instant());
        audit.record(found.who(), "letter_used", TopicService.ENTITY, topicId, organisationId, Map.of());
        return beside(topicId);
    }

    /** @throws NotFound {@code topic.notFound}; Forbidden {@code letter.notYours}; Conflict {@code letter.none} */
    public Beside useNoMore(UUID topicId, UUID organisationId) {
        FoundTopic found = requireLetter(topicId, organisationId);
        articles.useNoMore(topicId, organisationId);
        audit.record(found.who(), "letter_dropped", TopicService.ENTITY, topicId, organisationId, Map.of());
        return beside(topicId);
    }

    private FoundTopic requireLetter(UUID topicId, UUID organisationId) {
        FoundTopic found = policy.requireTopic(actor.get(), topicId);
        if (found.topic().kind() != TopicKind.LETTER) {
            throw new Conflict("letter.none");
        }
        if (!articles.isOrganisation(organisationId)) {
            throw new NotFound("organisation.notFound");
        }
        if (!found.who().has(Role.HR_MANAGER, organisationId)) {
            throw new Forbidden("letter.notYours");
        }
        return found;
    }

}
