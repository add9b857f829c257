package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.vliegwiel.forum.SpaceAudience;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.forum.persistence.SpaceQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;

/** Who takes part in which space, who moderates it, and who may do what to a post. */
@ApplicationScoped
public class ForumPolicy {
    private static final String STAFF = "STAFF";

    @Inject
    private SpaceQueries spaces;

    @Inject
    private ActorDirectory directory;

    @Inject
    private TopicQueries topics;

    @Inject
    private PostQueries posts;

    @Inject
    @Any
    private Instance<SpaceAudience> audiences;

    /** The spaces that she takes part in, the open ones first. */
    public List<Space> spaces(Actor who) {
        Map<String, Set<UUID>> groups = new HashMap<>();
        Map<String, Set<UUID>> moderated = new HashMap<>();
        for (SpaceAudience audience : audiences) {
            moderated.put(audience.kind(), audience.moderatedBy(who));
            groups.put(audience.kind(), Stream.concat(audience.groupsOf(who).stream(), audience.moderatedBy(who).stream()).collect(Collectors.toSet()));
        }
        return spaces.all().stream()
            .filter(row -> row.audience().equals(STAFF) || groups.getOrDefault(row.audience(), Set.of()).contains(row.audienceRef()))
            .map(row -> new Space(row.id(), row.kind(), row.name(), row.description(), row.closedReason(), row.audience().equals(STAFF)
                ? who.has(Role.POI_MODERATOR) || who.isAdmin() : moderated.getOrDefault(row.audience(), Set.of()).contains(row.audienceRef())))
            .toList();
    }

    /** Asked on every page: without the database for whoever moderates nothing. */
    public List<Space> moderatedSpaces(Actor who) {
        boolean any = who.has(Role.POI_MODERATOR) || who.isAdmin() || audiences.stream().anyMatch(audience -> !audience.moderatedBy(who).isEmpty());
        return any ? spaces(who).stream().filter(Space::moderated).toList() : List.of();
    }

    /** Whether somebody else takes part in a space, by the rights that she has now. */
    boolean takesPart(UUID personId, UUID spaceId) {
        return directory.actor(personId, null).filter(person -> spaces(person).stream().anyMatch(space -> space.id().equals(spaceId))).isPresent();
    }

    /** @throws NotFound {@code space.notFound} for a space that she does not take part in */
    public Space requireSpace(Actor who, UUID spaceId) {
        return spaces(who).stream().filter(space -> space.id().equals(spaceId)).findFirst().orElseThrow(() -> new NotFound("space.notFound"));
    }

    /** @throws NotFound {@code topic.notFound} for a topic that is not hers to read */
    FoundTopic requireTopic(Actor who, UUID id) {
        return requireTopic(who, id, "topic.notFound");
    }

    private FoundTopic requireTopic(Actor who, UUID id, String otherwise) {
        Map<UUID, Space> hers = spaces(who).stream().collect(Collectors.toMap(Space::id, space -> space));
        return topics.find(id, hers.keySet(), who.personId()).map(row -> new FoundTopic(who, hers.get(row.spaceId()), row)).filter(found -> mayRead(found.topic(), found.space()))
            .orElseThrow(() -> new NotFound(otherwise));
    }

    /** @throws NotFound {@code post.notFound} for a post in a topic that is not hers to read */
    FoundPost requirePost(Actor who, UUID id) {
        PostQueries.Row post = posts.find(id, who.personId()).orElseThrow(() -> new NotFound("post.notFound"));
        return new FoundPost(requireTopic(who, post.topicId(), "post.notFound"), post);
    }

    /**
     * What is hidden is there for moderators only, and for them only to read.
     *
     * @throws NotFound {@code post.notFound}
     */
    FoundPost requireShownPost(Actor who, UUID id) {
        FoundPost found = requirePost(who, id);
        if (found.post().hiddenAt() != null) {
            throw new NotFound("post.notFound");
        }
        return found;
    }

    /** Whether a topic is hers to read. */
    boolean mayReadTopic(Actor who, UUID id) {
        Map<UUID, Space> hers = spaces(who).stream().collect(Collectors.toMap(Space::id, space -> space));
        return topics.find(id, hers.keySet(), who.personId()).filter(topic -> mayRead(topic, hers.get(topic.spaceId()))).isPresent();
    }

    /** Whether a post, with what hangs on it, is hers to read. */
    boolean mayReadPost(Actor who, UUID id) {
        return posts.find(id, who.personId()).filter(post -> {
            Map<UUID, Space> hers = spaces(who).stream().collect(Collectors.toMap(Space::id, space -> space));
            return topics.find(post.topicId(), hers.keySet(), who.personId())
                .filter(topic -> mayRead(topic, hers.get(topic.spaceId())) && (post.hiddenAt() == null || hers.get(topic.spaceId()).moderated())).isPresent();
        }).isPresent();
    }

    /** A hidden topic is there for moderators only. */
    public boolean mayRead(TopicQueries.Row topic, Space space) {
        return topic.hiddenAt() == null || space.moderated();
    }

    /** Who asked namelessly is known to moderators. */
    public boolean maySeeAuthor(TopicQueries.Row topic, UUID author, Space space) {
        return !topic.anonymous() || !topic.authorId().equals(author) || space.moderated();
    }

    /** @throws Forbidden {@code topic.closed} */
    public void requireWrite(TopicQueries.Row topic, Space space) {
        if (topic.closedAt() != null && !space.moderated()) {
            throw new Forbidden("topic.closed");
        }
    }

    public boolean mayEdit(Actor who, TopicQueries.Row topic, PostQueries.Row post, Space space) {
        return post.hiddenAt() == null && (space.moderated() || who.is(post.authorId()) && topic.closedAt() == null);
    }

    public void requireEdit(Actor who, TopicQueries.Row topic, PostQueries.Row post, Space space) {
        if (!mayEdit(who, topic, post, space)) {
            throw new Forbidden("post.notYours");
        }
    }

    /** Her own words only: what moderators hide, they hide with a reason. */
    public void requireOwn(Actor who, TopicQueries.Row topic, PostQueries.Row post) {
        if (!who.is(post.authorId()) || topic.closedAt() != null || post.hiddenAt() != null) {
            throw new Forbidden("post.notYours");
        }
    }

    /** Who asked says what helped, or a moderator for her. */
    public boolean mayAccept(Actor who, TopicQueries.Row topic, PostQueries.Row post, Space space) {
        return topic.kind() == TopicKind.QUESTION && post.position() > 1 && post.hiddenAt() == null && (space.moderated() || who.is(topic.authorId()));
    }

    public void requireAccept(Actor who, TopicQueries.Row topic, PostQueries.Row post, Space space) {
        if (!mayAccept(who, topic, post, space)) {
            throw new Forbidden("post.accept.notYours");
        }
    }

    /** @throws Forbidden {@code space.notModerator} */
    public void requireModerate(Space space) {
        if (!space.moderated()) {
            throw new Forbidden("space.notModerator");
        }
    }

    /**
     * Where a topic may go: what was written for some is not shown to others.
     *
     * @throws Forbidden {@code space.notModerator} unless she moderates both; RuleViolation {@code move.closed} out of a closed space
     */
    void requireMove(Space from, Space to) {
        requireModerate(from);
        requireModerate(to);
        if (!from.open() && !from.id().equals(to.id())) {
            throw new RuleViolation("move.closed");
        }
    }

    /** What all spaces rest on, such as sources and experts, is kept by the moderators of the network: not by who moderates a group alone. */
    public boolean mayKeepCommon(Actor who) {
        return who.has(Role.POI_MODERATOR) || who.isAdmin();
    }

    /** @throws Forbidden {@code space.notModerator} */
    public void requireKeepCommon(Actor who) {
        if (!mayKeepCommon(who)) {
            throw new Forbidden("space.notModerator");
        }
    }

    /** Who wrote the answer, who knows its theme, and moderators say whether it still holds. */
    public boolean mayJudge(Actor who, TopicQueries.Row topic, PostQueries.Row post, Space space, boolean expert) {
        boolean answers = topic.kind() == TopicKind.QUESTION ? post.position() > 1 : topic.kind().isDocument() && post.position() == 1;
        return answers && post.hiddenAt() == null && (space.moderated() || expert || who.is(post.authorId()));
    }

    /** @throws Forbidden {@code answer.notYours} */
    void requireJudge(FoundPost found, boolean expert) {
        if (!mayJudge(found.who(), found.topic(), found.post(), found.space(), expert)) {
            throw new Forbidden("answer.notYours");
        }
    }

    /** Moderators, and who began it. */
    public void requireClose(Actor who, TopicQueries.Row topic, Space space) {
        if (!space.moderated() && !who.is(topic.authorId())) {
            throw new Forbidden("space.notModerator");
        }
    }
}
