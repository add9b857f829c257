package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.vliegwiel.forum.PostWritten;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.forum.persistence.DraftQueries;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.forum.persistence.PostQueries.Row;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;

/** Posts: reading, replying, changing, taking back, liking, accepting, and what moderators do about them. */
@UseCase
public class PostService {
    private static final String ENTITY = "post";

    @Inject
    private TopicQueries topics;

    @Inject
    private PostQueries posts;

    @Inject
    private DraftQueries drafts;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<PostWritten> written;

    /** A stretch of posts. @param next position behind which the rest begins; null at the end */
    public record Posts(List<Post> items, Integer next) {
    }

    /** What a post said before. @param title of the topic, where it changed with it */
    public record Revision(int version, String title, String body, Instant replacedAt) {
    }

    /** Why somebody wants a moderator to look. */
    public record Flag(String reason, Instant at) {
    }

    /** A post with all that is asked before something is done to it. */
    private record Found(Actor who, Space space, TopicQueries.Row topic, Row post) {
    }

    /**
     * Posts in the order in which they were written; what is shown counts as read.
     *
     * @param after position behind which to begin; 0 for the first
     * @throws NotFound {@code topic.notFound}
     */
    public Posts page(UUID topicId, int after, int limit) {
        Actor who = actor.get();
        List<Space> spaces = policy.spaces(who);
        TopicQueries.Row topic = topic(who, spaces, topicId);
        List<Row> rows = posts.page(topicId, after, who.personId(), limit + 1);
        List<Row> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        if (!shown.isEmpty()) {
            topics.read(topicId, who.personId(), shown.get(shown.size() - 1).position());
        }
        Set<UUID> authors = shown.stream().map(Row::authorId).collect(Collectors.toSet());
        Map<UUID, String> organisations = topics.organisations(authors);
        Space space = space(spaces, topic.spaceId());
        return new Posts(shown.stream().map(row -> view(new Found(who, space, topic, row), organisations)).toList(),
            rows.size() > limit ? shown.get(limit - 1).position() : null);
    }

    /**
     * A topic as a page shows it: what was asked, what helped, and a stretch of replies.
     *
     * @param accepted null as long as none is
     * @param after position behind which the replies begin; 1 for the first
     */
    public record Reading(Post first, Post accepted, List<Post> replies, int after, Integer next) {
    }

    /**
     * What is shown counts as read.
     *
     * @param after position behind which to begin
     * @param postId begin with the stretch that holds this post instead; null for none
     * @param limit most replies
     * @throws NotFound {@code topic.notFound}
     */
    public Reading read(UUID topicId, int after, UUID postId, int limit) {
        Actor who = actor.get();
        List<Space> spaces = policy.spaces(who);
        TopicQueries.Row topic = topic(who, spaces, topicId);
        Space space = space(spaces, topic.spaceId());
        Optional<Row> wanted = postId == null ? Optional.empty() : posts.find(postId, who.personId()).filter(row -> row.topicId().equals(topicId));
        int from = wanted.map(row -> 1 + Math.max(0, row.position() - 2) / limit * limit).orElse(Math.max(1, after));
        List<Row> rows = posts.page(topicId, from, who.personId(), limit + 1);
        List<Row> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        Row first = posts.page(topicId, 0, who.personId(), 1).get(0);
        Optional<Row> accepted = topic.acceptedPostId() == null ? Optional.empty() : posts.find(topic.acceptedPostId(), who.personId());
        int last = shown.isEmpty() ? 1 : shown.get(shown.size() - 1).position();
        if (topic.lastRead() == null || topic.lastRead() < last) {
            topics.read(topicId, who.personId(), last);
        }
        Set<UUID> authors = Stream.concat(Stream.concat(shown.stream(), Stream.of(first)), accepted.stream()).map(Row::authorId).collect(Collectors.toSet());
        Map<UUID, String> organisations = topics.organisations(authors);
        return new Reading(view(new Found(who, space, topic, first), organisations),
            accepted.map(row -> view(new Found(who, space, topic, row), organisations)).orElse(null),
            shown.stream().map(row -> view(new Found(who, space, topic, row), organisations)).toList(), from, rows.size() > limit ? last : null);
    }

    /** @throws NotFound {@code post.notFound} */
    public Post get(UUID id) {
        return view(require(id));
    }

    /**
     * Replies, and follows the topic from then on; who follows it already is told once, until she has read it.
     *
     * @param id of the post to be, so that a form sent twice replies once; null to have one made
     * @param aboutNobody words of illness in it are about nobody in particular (R8)
     * @throws NotFound {@code topic.notFound}; Forbidden {@code topic.closed}
     * @throws RuleViolation what is wrong with the text
     */
    public Post reply(UUID topicId, UUID id, String body, boolean aboutNobody) {
        Actor who = actor.get();
        List<Space> spaces = policy.spaces(who);
        topic(who, spaces, topicId);
        topics.lock(topicId);
        TopicQueries.Row topic = topic(who, spaces, topicId);
        policy.requireWrite(topic, space(spaces, topic.spaceId()));
        ForumText text = new ForumText(aboutNobody);
        String words = text.body(body);
        text.throwIfWrong();
        Optional<Row> sent = id == null ? Optional.empty() : posts.find(id, who.personId());
        if (sent.isPresent()) {
            if (!who.is(sent.get().authorId()) || !sent.get().topicId().equals(topicId)) {
                throw new NotFound("post.notFound");
            }
            return get(id);
        }
        UUID postId = id == null ? Ids.next() : id;
        Instant now = clock.instant();
        int position = topics.nextPosition(topicId, now);
        posts.add(postId, topicId, position, who.personId(), words, Markdown.html(words), now);
        topics.followFirst(topicId, who.personId());
        drafts.forget(who.personId(), DraftService.reply(topicId));
        boolean nameless = topic.anonymous() && who.is(topic.authorId());
        audit.record(nameless ? null : who, "replied", ENTITY, postId, null, Map.of("topicId", topicId.toString(), "aboutNobody", aboutNobody));
        Set<UUID> tell = topics.toTell(topicId, who.personId(), now);
        if (!tell.isEmpty()) {
            written.fire(new PostWritten(postId, topicId, tell, now));
        }
        return get(postId);
    }

    /**
     * Changes what a post says; what it said before is kept. Title and tags go with the first post.
     *
     * @param title new title of the topic; null to leave it, and for all posts but the first
     * @param tags likewise
     * @throws NotFound {@code post.notFound}; Forbidden {@code post.notYours}
     * @throws StaleData {@code stale}
     * @throws RuleViolation what is wrong with the text
     */
    public Post change(UUID id, int seenVersion, String body, String title, List<String> tags, boolean aboutNobody) {
        Found found = require(id);
        policy.requireEdit(found.who(), found.topic(), found.post(), found.space());
        ForumText text = new ForumText(aboutNobody);
        String words = text.body(body);
        boolean first = found.post().position() == 1;
        String newTitle = first && title != null ? text.title(title) : found.topic().title();
        List<String> newTags = first && tags != null ? text.tags(tags) : found.topic().tags();
        text.throwIfWrong();
        boolean retitled = !newTitle.equals(found.topic().title()) || !newTags.equals(found.topic().tags());
        Instant now = clock.instant();
        if (!posts.change(id, seenVersion, retitled ? found.topic().title() : null, words, Markdown.html(words), found.who().personId(), now)
            || retitled && !topics.change(found.topic().id(), found.topic().version(), newTitle, newTags)) {
            throw new StaleData("stale");
        }
        if (first || id.equals(found.topic().acceptedPostId())) {
            topics.index(found.topic().id());
        }
        drafts.forget(found.who().personId(), DraftService.edit(id));
        record(found, "changed", Map.of("version", seenVersion));
        return get(id);
    }

    /**
     * Takes one's own words back: they are hidden, not destroyed. A question goes as a whole, as long as nobody replied.
     *
     * @throws NotFound {@code post.notFound}; Forbidden {@code post.notYours}
     * @throws Conflict {@code post.delete.answered}
     * @throws StaleData {@code stale}
     */
    public void delete(UUID id, int seenVersion) {
        Found found = require(id);
        policy.requireOwn(found.who(), found.topic(), found.post());
        topics.lock(found.topic().id());
        if (found.post().position() == 1 && topic(found.who(), List.of(found.space()), found.topic().id()).postCount() > 1) {
            throw new Conflict("post.delete.answered");
        }
        hide(found, seenVersion, null, "deleted");
    }

    /**
     * A moderator hides a post, and with the first one the topic.
     *
     * @throws NotFound {@code post.notFound}; Forbidden {@code space.notModerator}
     * @throws StaleData {@code stale}
     * @throws RuleViolation without a reason
     */
    public Post hide(UUID id, int seenVersion, String reason) {
        Found found = require(id);
        policy.requireModerate(found.space());
        // The reason may name what was wrong with the words
        ForumText text = new ForumText(true);
        String why = text.reason(reason);
        text.throwIfWrong();
        topics.lock(found.topic().id());
        hide(found, seenVersion, why, "hidden");
        return get(id);
    }

    private void hide(Found found, int seenVersion, String reason, String deed) {
        UUID id = found.post().id();
        Instant now = clock.instant();
        if (found.post().hiddenAt() != null) {
            throw new Conflict("post.hidden.already");
        }
        if (!posts.hide(id, seenVersion, reason, found.who().personId(), now)) {
            throw new StaleData("stale");
        }
        topics.postHidden(found.topic().id(), id, found.post().position() == 1, now);
        topics.index(found.topic().id());
        posts.handleFlags(id, "HIDDEN", found.who().personId(), now);
        record(found, deed, Map.of());
    }

    /**
     * A moderator looked at a flagged post and leaves it.
     *
     * @throws NotFound {@code post.notFound}; Forbidden {@code space.notModerator}
     * @throws Conflict {@code post.notFlagged}
     */
    public Post keep(UUID id) {
        Found found = require(id);
        policy.requireModerate(found.space());
        if (posts.handleFlags(id, "KEPT", found.who().personId(), clock.instant()) == 0) {
            throw new Conflict("post.notFlagged");
        }
        record(found, "kept", Map.of());
        return get(id);
    }

    /** Why a post was flagged. @throws NotFound {@code post.notFound}; Forbidden {@code space.notModerator} */
    public List<Flag> flags(UUID id) {
        Found found = require(id);
        policy.requireModerate(found.space());
        return posts.flags(id).stream().map(row -> new Flag(row.reason(), row.at())).toList();
    }

    /**
     * Asks a moderator to look. Who asked is told to nobody.
     *
     * @throws NotFound {@code post.notFound}
     * @throws RuleViolation without a reason
     */
    public void flag(UUID id, String reason) {
        Found found = requireShown(id);
        ForumText text = new ForumText(true);
        String why = text.reason(reason);
        text.throwIfWrong();
        posts.flag(Ids.next(), id, found.who().personId(), why, clock.instant());
    }

    /** @throws NotFound {@code post.notFound}; Forbidden {@code post.like.own} */
    public Post like(UUID id) {
        Found found = requireShown(id);
        if (found.who().is(found.post().authorId())) {
            throw new Forbidden("post.like.own");
        }
        if (posts.like(id, found.who().personId(), clock.instant())) {
            topics.liked(found.topic().id(), 1);
        }
        return get(id);
    }

    /** @throws NotFound {@code post.notFound} */
    public Post unlike(UUID id) {
        Found found = requireShown(id);
        if (posts.unlike(id, found.who().personId())) {
            topics.liked(found.topic().id(), -1);
        }
        return get(id);
    }

    /**
     * Says that this answer helped; it stands under the question from then on. Another may be chosen later.
     *
     * @throws NotFound {@code post.notFound}; Forbidden {@code post.accept.notYours}
     * @throws Conflict {@code post.accept.notQuestion}
     * @throws StaleData {@code stale} when the answer does not say any more what was read
     */
    public Post accept(UUID id, int seenVersion) {
        Found found = requireShown(id);
        if (found.topic().kind() != TopicKind.QUESTION || found.post().position() == 1) {
            throw new Conflict("post.accept.notQuestion");
        }
        policy.requireAccept(found.who(), found.topic(), found.post(), found.space());
        topics.lock(found.topic().id());
        if (require(id).post().version() != seenVersion) {
            throw new StaleData("stale");
        }
        if (!id.equals(found.topic().acceptedPostId())) {
            topics.accept(found.topic().id(), id);
            topics.index(found.topic().id());
            boolean nameless = found.topic().anonymous() && found.who().is(found.topic().authorId());
            audit.record(nameless ? null : found.who(), "accepted", ENTITY, id, null, Map.of());
        }
        return get(id);
    }

    /** What the post said before, newest first; for whoever reads it now. @throws NotFound {@code post.notFound} */
    public List<Revision> revisions(UUID id) {
        requireShown(id);
        return posts.revisions(id).stream().map(row -> new Revision(row.version(), row.title(), row.body(), row.replacedAt())).toList();
    }

    /** How a text will look. */
    @OpenToAllStaff
    public String preview(String body) {
        String text = Cleaned.text(body);
        return text.length() > ForumText.LONGEST_BODY ? "" : Markdown.html(text);
    }

    private void record(Found found, String deed, Map<String, ?> detail) {
        boolean nameless = found.topic().anonymous() && found.who().is(found.topic().authorId());
        audit.record(nameless ? null : found.who(), deed, ENTITY, found.post().id(), null, detail);
    }

    private TopicQueries.Row topic(Actor who, List<Space> spaces, UUID topicId) {
        return topics.find(topicId, spaces.stream().map(Space::id).toList(), who.personId()).filter(row -> policy.mayRead(row, space(spaces, row.spaceId())))
            .orElseThrow(() -> new NotFound("topic.notFound"));
    }

    private static Space space(List<Space> spaces, UUID id) {
        return spaces.stream().filter(space -> space.id().equals(id)).findFirst().orElseThrow();
    }

    private Found require(UUID id) {
        Actor who = actor.get();
        List<Space> spaces = policy.spaces(who);
        Row post = posts.find(id, who.personId()).orElseThrow(() -> new NotFound("post.notFound"));
        TopicQueries.Row topic = topics.find(post.topicId(), spaces.stream().map(Space::id).toList(), who.personId())
            .filter(row -> policy.mayRead(row, space(spaces, row.spaceId()))).orElseThrow(() -> new NotFound("post.notFound"));
        return new Found(who, space(spaces, topic.spaceId()), topic, post);
    }

    /** What is hidden is there for moderators only, and for them only to read. */
    private Found requireShown(UUID id) {
        Found found = require(id);
        if (found.post().hiddenAt() != null) {
            throw new NotFound("post.notFound");
        }
        return found;
    }

    private Post view(Found found) {
        return view(found, topics.organisations(List.of(found.post().authorId())));
    }

    private Post view(Found found, Map<UUID, String> organisations) {
        Row row = found.post();
        TopicQueries.Row topic = found.topic();
        boolean byAsker = topic.authorId().equals(row.authorId());
        boolean hidden = row.hiddenAt() != null;
        boolean shown = !hidden || found.space().moderated();
        Author author = shown && policy.maySeeAuthor(topic, row.authorId(), found.space()) ? new Author(row.authorId(), row.author(), organisations.get(row.authorId())) : null;
        boolean mine = found.who().is(row.authorId());
        return new Post(row.id(), row.version(), topic.id(), row.position(), author, topic.anonymous() && byAsker, mine, byAsker, shown ? row.body() : null,
            shown ? row.html() : null, row.createdAt(), row.editedAt(), row.likes(), row.liked(), row.id().equals(topic.acceptedPostId()), hidden, row.hiddenReason(),
            found.space().moderated() && row.flagged() && !hidden, policy.mayEdit(found.who(), topic, row, found.space()),
            policy.mayAccept(found.who(), topic, row, found.space()), found.space().moderated() && !hidden);
    }
}
