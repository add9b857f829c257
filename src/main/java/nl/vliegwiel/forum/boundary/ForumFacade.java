package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.forum.Forum;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.forum.persistence.SpaceQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.persistence.Ids;

/** What is told of a post, with the rights that the reader has when it is told. */
@ApplicationScoped
public class ForumFacade implements Forum {
    @Inject
    private PostQueries posts;

    @Inject
    private TopicQueries topics;

    @Inject
    private SpaceQueries spaceQueries;

    @Inject
    private ForumPolicy policy;

    @Inject
    private ActorDirectory directory;

    @Inject
    private MailedWords mailed;

    @Override
    public Optional<Reply> replyFor(UUID postId, UUID readerId) {
        return directory.actor(readerId, null).flatMap(who -> {
            List<Space> spaces = policy.spaces(who);
            return posts.find(postId, readerId).filter(post -> post.hiddenAt() == null)
                .flatMap(post -> topics.find(post.topicId(), spaces.stream().map(Space::id).toList(), readerId).filter(topic -> topic.hiddenAt() == null)
                    .map(topic -> {
                        Space space = spaces.stream().filter(one -> one.id().equals(topic.spaceId())).findFirst().orElseThrow();
                        // In a message never the name behind a nameless question, not even to a moderator: mail travels
                        boolean nameless = topic.anonymous() && topic.authorId().equals(post.authorId());
                        String answerTo = topic.closedAt() != null ? null : mailed.answerAddress(topic.id(), readerId).orElse(null);
                        return new Reply(topic.id(), topic.title(), postId, nameless || !policy.maySeeAuthor(topic, post.authorId(), space) ? null : post.author(), space.id(), space.name(),
                            post.body(), post.html(), answerTo);
                    }));
        });
    }

    @Override
    public Optional<Unanswered> unansweredFor(UUID topicId, UUID readerId) {
        return directory.actor(readerId, null).flatMap(who -> {
            Map<UUID, Space> spaces = policy.spaces(who).stream().collect(Collectors.toMap(Space::id, space -> space));
            return topics.find(topicId, spaces.keySet(), readerId).filter(topic -> topic.hiddenAt() == null && topic.closedAt() == null && topic.postCount() <= 1)
                .map(topic -> new Unanswered(topic.id(), topic.title(), spaces.get(topic.spaceId()).name()));
        });
    }

    @Override
    public Optional<String> titleFor(UUID topicId, UUID readerId) {
        return directory.actor(readerId, null).flatMap(who -> topics.find(topicId, policy.spaces(who).stream().map(Space::id).toList(), readerId))
            .filter(topic -> topic.hiddenAt() == null).map(TopicQueries.Row::title);
    }

    @Override
    public UUID openSpace(String kind, String audience, UUID group, String name, String description, String closedReason) {
        return spaceQueries.open(Ids.next(), kind, audience, group, name, description, closedReason);
    }

    @Override
    public Optional<UUID> space(String audience, UUID group) {
        return spaceQueries.of(audience, group);
    }

    @Override
    public List<Said> transcript(String audience, UUID group, int most) {
        return spaceQueries.said(audience, group, most);
    }
}
