package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.forum.persistence.PostQueries.Row;
import nl.vliegwiel.forum.persistence.TopicQueries;

/** Posts as one reader sees them: without whom she may not know, without what is hidden, and with what she may do. */
@ApplicationScoped
class PostViews {
    private TopicQueries topics;
    private ForumPolicy policy;
    private AnswerViews answers;

    protected PostViews() {
    }

    @Inject
    PostViews(TopicQueries topics, ForumPolicy policy, AnswerViews answers) {
        this.topics = topics;
        this.policy = policy;
        this.answers = answers;
    }

    Post view(FoundPost found) {
        return views(found.place(), List.of(found.post())).get(0);
    }

    /** In the order given. */
    List<Post> views(FoundTopic place, Collection<Row> rows) {
        Set<UUID> authors = rows.stream().map(Row::authorId).collect(Collectors.toSet());
        Map<UUID, String> organisations = topics.organisations(authors);
        Map<UUID, Answer> known = answers.of(place, rows);
        return rows.stream().map(row -> view(new FoundPost(place, row), organisations, known.get(row.id()))).toList();
    }

    private Post view(FoundPost found, Map<UUID, String> organisations, Answer answer) {
        Row row = found.post();
        TopicQueries.Row topic = found.topic();
        Space space = found.space();
        boolean byAsker = topic.authorId().equals(row.authorId());
        boolean hidden = row.hiddenAt() != null;
        boolean shown = !hidden || space.moderated();
        Author author = shown && policy.maySeeAuthor(topic, row.authorId(), space) ? new Author(row.authorId(), row.author(), organisations.get(row.authorId())) : null;
        return new Post(row.id(), row.version(), topic.id(), row.position(), author, topic.anonymous() && byAsker, found.who().is(row.authorId()), byAsker,
            shown ? row.body() : null, shown ? row.html() : null, row.createdAt(), row.editedAt(), row.likes(), row.liked(), row.id().equals(topic.acceptedPostId()), hidden,
            row.hiddenReason(), space.moderated() && row.flagged() && !hidden, policy.mayEdit(found.who(), topic, row, space),
            policy.mayAccept(found.who(), topic, row, space), space.moderated() && !hidden, shown ? answer : null);
    }
}
