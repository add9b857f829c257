package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.PostWritten;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.persistence.DraftQueries;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.forum.persistence.PostQueries.Row;
import nl.vliegwiel.forum.persistence.RouteQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;

/** Posts: reading, replying, changing, taking back. */
@UseCase
public class PostService {
    @Inject
    private TopicQueries topics;

    @Inject
    private PostQueries posts;

    @Inject
    private DraftQueries drafts;

    @Inject
    private RouteQueries routes;

    @Inject
    private PostKeeper keeper;

    @Inject
    private Mentions mentions;

    @Inject
    private PostViews views;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

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

    /**
     * A topic as a page shows it: what was asked, what helped, and a stretch of replies.
     *
     * @param accepted null as long as none is
     * @param after position behind which the replies begin; 1 for the first
     */
    public record Reading(Post first, Post accepted, List<Post> replies, int after, Integer next) {
    }

    /**
     * Posts in the order in which they were written; what is shown counts as read.
     *
     * @param after position behind which to begin; 0 for the first
     * @throws NotFound {@code topic.notFound}
     */
    public Posts page(UUID topicId, int after, int limit) {
        Actor who = actor.get();
        FoundTopic place = policy.requireTopic(who, topicId);
        List<Row> rows = posts.page(topicId, after, who.personId(), limit + 1);
        List<Row> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        if (!shown.isEmpty()) {
            topics.read(topicId, who.personId(), shown.get(shown.size() - 1).position());
        }
        return new Posts(views.views(place, shown), rows.size() > limit ? shown.get(limit - 1).position() : null);
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
        FoundTopic place = policy.requireTopic(who, topicId);
        TopicQueries.Row topic = place.topic();
        Optional<Row> wanted = postId == null ? Optional.empty() : posts.find(postId, who.personId()).filter(row -> row.topicId().equals(topicId));
        int from = wanted.map(row -> 1 + Math.max(0, row.position() - 2) / limit * limit).orElse(Math.max(1, after));
        List<Row> rows = posts.page(topicId, from, who.personId(), limit + 1);
        List<Row> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        int last = shown.isEmpty() ? 1 : shown.get(shown.size() - 1).position();
        if (topic.lastRead() == null || topic.lastRead() < last) {
            topics.read(topicId, who.personId(), last);
        }
        List<Row> all = new ArrayList<>(posts.page(topicId, 0, who.personId(), 1));
        Optional<Row> accepted = topic.acceptedPostId() == null ? Optional.empty() : posts.find(topic.acceptedPostId(), who.personId());
        accepted.ifPresent(all::add);
        all.addAll(shown);
        if (all.isEmpty()) {
            throw new NotFound("topic.notFound");
        }
        List<Post> seen = views.views(place, all);
        return new Reading(seen.get(0), accepted.isPresent() ? seen.get(1) : null, seen.subList(accepted.isPresent() ? 2 : 1, seen.size()), from,
            rows.size() > limit ? last : null);
    }

    /** @throws NotFound {@code post.notFound} */
    public Post get(UUID id) {
        return views.view(require(id));
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
        policy.requireTopic(who, topicId);
        topics.lock(topicId);
        FoundTopic place = policy.requireTopic(who, topicId);
        policy.requireWrite(place.topic(), place.space());
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
        keeper.add(postId, topicId, topics.nextPosition(topicId, now), who.personId(), words, now);
        topics.followFirst(topicId, who.personId());
        drafts.forget(who.personId(), DraftService.reply(topicId));
        if (!who.is(place.topic().authorId())) {
            routes.end(topicId);
        }
        FoundPost made = require(postId);
        keeper.record(made, "replied", Map.of("topicId", topicId.toString(), "aboutNobody", aboutNobody));
        Set<UUID> tell = new HashSet<>(topics.toTell(topicId, who.personId(), now));
        // One message about one post
        tell.removeAll(mentions.tell(postId, topicId, place.topic().spaceId(), who.personId(), words, now));
        if (!tell.isEmpty()) {
            written.fire(new PostWritten(postId, topicId, tell, now));
        }
        return views.view(made);
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
        FoundPost found = require(id);
        TopicQueries.Row topic = found.topic();
        policy.requireEdit(found.who(), topic, found.post(), found.space());
        ForumText text = new ForumText(aboutNobody);
        String words = text.body(body);
        String newTitle = found.first() && title != null ? text.title(title) : topic.title();
        List<String> newTags = found.first() && tags != null ? text.tags(tags) : topic.tags();
        text.throwIfWrong();
        boolean retitled = !newTitle.equals(topic.title()) || !newTags.equals(topic.tags());
        Instant now = clock.instant();
        if (!posts.change(id, seenVersion, retitled ? topic.title() : null, words, Markdown.html(words), found.who().personId(), now)
            || retitled && !topics.change(topic.id(), topic.version(), newTitle, newTags)) {
            throw new StaleData("stale");
        }
        keeper.attach(id, found.who().personId(), words);
        mentions.tell(id, topic.id(), topic.spaceId(), found.post().authorId(), words, now);
        if (found.first() || id.equals(topic.acceptedPostId())) {
            topics.index(topic.id());
        }
        drafts.forget(found.who().personId(), DraftService.edit(id));
        keeper.record(found, "changed", Map.of("version", seenVersion));
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
        FoundPost found = require(id);
        policy.requireOwn(found.who(), found.topic(), found.post());
        topics.lock(found.topic().id());
        if (found.first() && policy.requireTopic(found.who(), found.topic().id()).topic().postCount() > 1) {
            throw new Conflict("post.delete.answered");
        }
        keeper.hide(found, seenVersion, null, "deleted");
    }

    /** What the post said before, newest first; for whoever reads it now. @throws NotFound {@code post.notFound} */
    public List<Revision> revisions(UUID id) {
        policy.requireShownPost(actor.get(), id);
        return posts.revisions(id).stream().map(row -> new Revision(row.version(), row.title(), row.body(), row.replacedAt())).toList();
    }

    /** How a text will look. */
    @OpenToAllStaff
    public String preview(String body) {
        String text = Cleaned.text(body);
        return text.length() > ForumText.LONGEST_BODY ? "" : Markdown.html(text);
    }

    private FoundPost require(UUID id) {
        return policy.requirePost(actor.get(), id);
    }
}
