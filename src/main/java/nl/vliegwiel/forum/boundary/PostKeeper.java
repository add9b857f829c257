package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.persistence.AttachmentQueries;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.StaleData;

/** Keeps and hides posts for the use cases that do so, with all that hangs on a post. */
@ApplicationScoped
class PostKeeper {
    static final String ENTITY = "post";

    private TopicQueries topics;
    private PostQueries posts;
    private AttachmentQueries attachments;
    private Audit audit;
    private Clock clock;

    protected PostKeeper() {
    }

    @Inject
    PostKeeper(TopicQueries topics, PostQueries posts, AttachmentQueries attachments, Audit audit, Clock clock) {
        this.topics = topics;
        this.posts = posts;
        this.attachments = attachments;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param words as they are kept */
    void add(UUID id, UUID topicId, int position, UUID author, String words, Instant at) {
        posts.add(id, topicId, position, author, words, Markdown.html(words), at);
        attach(id, author, words);
    }

    /** Files that a text names are there for its readers from now on. @param owner who writes, and uploaded them */
    void attach(UUID id, UUID owner, String words) {
        Set<UUID> named = Markdown.files(words);
        if (!named.isEmpty()) {
            attachments.attach(id, owner, named);
        }
    }

    /**
     * Takes a post out of sight, and with the first one the topic, which must be locked.
     *
     * @param reason of a moderator; null for who takes her own words back
     * @param deed as the audit names it
     */
    void hide(FoundPost found, int seenVersion, String reason, String deed) {
        UUID id = found.post().id();
        Instant now = clock.instant();
        if (found.post().hiddenAt() != null) {
            throw new Conflict("post.hidden.already");
        }
        if (!posts.hide(id, seenVersion, reason, found.who().personId(), now)) {
            throw new StaleData("stale");
        }
        topics.postHidden(found.topic().id(), id, found.first(), now);
        topics.index(found.topic().id());
        posts.handleFlags(id, "HIDDEN", found.who().personId(), now);
        record(found, deed, Map.of());
    }

    /** Without her name where she asked namelessly: administrators read this line. */
    void record(FoundPost found, String deed, Map<String, ?> detail) {
        audit.record(found.place().named(), deed, ENTITY, found.post().id(), null, detail);
    }
}
