package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.persistence.AttachmentQueries;
import nl.vliegwiel.forum.persistence.ModerationQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;

/** What moderators do to whole topics: bring them where they belong, make one of two, and take a slip out of everything that is kept. */
@UseCase
public class TidyingService {
    /** Stands where something was taken out; the same in both languages, since a text has one. */
    static final String GONE = "[\u2026]";

    @Inject
    private ModerationQueries moderation;

    @Inject
    private TopicQueries topics;

    @Inject
    private AttachmentQueries attachments;

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

    /** Where the posts of a topic went that was merged into another; for whoever reads that. */
    public Optional<UUID> mergedInto(UUID topicId) {
        return moderation.mergedInto(topicId).filter(into -> policy.mayReadTopic(actor.get(), into));
    }

    /** Where the caller may move a topic to. @throws NotFound {@code topic.notFound} */
    public List<Space> movable(UUID topicId) {
        FoundTopic found = policy.requireTopic(actor.get(), topicId);
        return found.space().moderated() && found.space().open()
            ? policy.moderatedSpaces(found.who()).stream().filter(space -> !space.id().equals(found.space().id())).toList() : List.of();
    }

    /**
     * Moves a topic to another space.
     *
     * @throws NotFound {@code topic.notFound} or {@code space.notFound}; Forbidden {@code space.notModerator}
     * @throws RuleViolation {@code move.closed} out of a closed space: who wrote there did so for its people
     * @throws StaleData {@code stale}
     */
    public Topic move(UUID topicId, int seenVersion, UUID spaceId) {
        Actor who = actor.get();
        FoundTopic found = policy.requireTopic(who, topicId);
        policy.requireModerate(found.space());
        policy.requireMove(found.space(), policy.requireSpace(who, required(spaceId, "spaceId", "space.notFound")));
        if (!moderation.move(topicId, seenVersion, spaceId)) {
            throw new StaleData("stale");
        }
        audit.record(found.named(), "moved", TopicService.ENTITY, topicId, null, Map.of("from", found.space().id().toString(), "to", spaceId.toString()));
        return reading.get(topicId);
    }

    /**
     * Puts the posts of a topic behind those of another; who follows the old address is brought there.
     *
     * @throws NotFound {@code topic.notFound}; Forbidden {@code space.notModerator}
     * @throws Conflict {@code merge.same}; RuleViolation {@code merge.nameless} where somebody asked namelessly, {@code move.closed}
     * @throws StaleData {@code stale}
     */
    public Topic merge(UUID topicId, int seenVersion, UUID intoId) {
        Actor who = actor.get();
        policy.requireModerate(policy.requireTopic(who, topicId).space());
        required(intoId, "intoId", "topic.notFound");
        // Always in one order, so that two who merge both ways do not wait for each other
        Stream.of(topicId, intoId).sorted().forEach(topics::lock);
        FoundTopic from = policy.requireTopic(who, topicId);
        FoundTopic into = policy.requireTopic(who, intoId);
        policy.requireMove(from.space(), into.space());
        if (topicId.equals(intoId) || from.topic().hiddenAt() != null || into.topic().hiddenAt() != null) {
            throw new Conflict("merge.same");
        }
        if (from.topic().anonymous() || into.topic().anonymous()) {
            // Under another question her name would come out, or tell whose it was
            throw new RuleViolation("merge.nameless");
        }
        if (!moderation.merge(topicId, seenVersion, intoId, clock.instant())) {
            throw new StaleData("stale");
        }
        audit.record(who, "merged", TopicService.ENTITY, topicId, null, Map.of("into", intoId.toString()));
        return reading.get(intoId);
    }

    /**
     * Takes words out of everything that is kept of a topic: its posts and what they said before, title, drafts, names of files.
     * Nobody can bring them back.
     *
     * @param slip the words, at least three characters; small and capital letters alike
     * @throws NotFound {@code topic.notFound}; Forbidden {@code space.notModerator}
     * @throws RuleViolation {@code redact.text.wrong}, or {@code redact.notFound}
     */
    public int redact(UUID topicId, String slip) {
        FoundTopic found = policy.requireTopic(actor.get(), topicId);
        policy.requireModerate(found.space());
        ForumText text = new ForumText(true);
        String words = text.slip(slip);
        text.throwIfWrong();
        topics.lock(topicId);
        Pattern everywhere = Pattern.compile(Stream.of(words.split(" ")).map(Pattern::quote).reduce((one, other) -> one + "\\s+" + other).orElseThrow(),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        UnaryOperator<String> redacted = kept -> everywhere.matcher(kept).replaceAll(Matcher.quoteReplacement(GONE));
        int changed = moderation.redact(topicId, redacted, Markdown::html);
        if (changed == 0) {
            throw new RuleViolation(List.of(Violation.of("text", "redact.notFound")));
        }
        moderation.redactAnswers(words, GONE);
        topics.index(topicId);
        audit.record(found.named(), "redacted", TopicService.ENTITY, topicId, null, Map.of("texts", changed, "characters", Cleaned.length(words)));
        return changed;
    }

    /**
     * Takes a file out of the database; where a text names it, nothing is found any more.
     *
     * @throws NotFound {@code file.notFound}; Forbidden {@code space.notModerator}
     */
    public void removeFile(UUID fileId) {
        AttachmentQueries.Row file = attachments.find(fileId).filter(row -> row.postId() != null).orElseThrow(() -> new NotFound("file.notFound"));
        FoundPost found = policy.requirePost(actor.get(), file.postId());
        policy.requireModerate(found.space());
        attachments.remove(fileId);
        audit.record(found.place().named(), "file_removed", PostKeeper.ENTITY, found.post().id(), null, Map.of("size", file.size()));
    }

    private static UUID required(UUID id, String field, String key) {
        if (id == null) {
            throw new RuleViolation(List.of(Violation.of(field, key)));
        }
        return id;
    }
}
