package nl.vliegwiel.forum.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.forum.persistence.TopicSearchQueries;
import nl.vliegwiel.forum.persistence.TopicSearchQueries.Row;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.search.Hit;
import nl.vliegwiel.platform.search.SearchQuery;
import nl.vliegwiel.platform.search.SearchSource;

/** Questions, discussions and articles of the spaces that somebody takes part in, by their words and those of the replies. */
@ApplicationScoped
public class TopicSearch implements SearchSource {
    private static final String TALK = "TOPIC";
    private static final String ARTICLE = "ARTICLE";

    @Inject
    private TopicSearchQueries queries;

    @Inject
    private ForumPolicy policy;

    @Inject
    private Clock clock;

    @Override
    public Set<String> kinds() {
        return Set.of(TALK, ARTICLE);
    }

    @Override
    public List<Found> find(Actor who, SearchQuery query, Set<String> kinds, int most) {
        List<UUID> spaces = policy.spaces(who).stream().map(Space::id).toList();
        List<Row> rows = queries.find(query, spaces, clock.instant(), most);
        return rows.stream().collect(Collectors.groupingBy(TopicSearch::kind)).entrySet().stream().filter(kind -> kinds.contains(kind.getKey()))
            .map(kind -> new Found(kind.getKey(), kind.getValue().stream().map(TopicSearch::hit).toList(), kind.getValue().get(0).total(), kind.getValue().get(0).more())).toList();
    }

    @Override
    public List<Place> places(Actor who) {
        return policy.spaces(who).stream().map(space -> new Place(space.id(), space.name())).toList();
    }

    private static String kind(Row row) {
        return row.article() ? ARTICLE : TALK;
    }

    private static Hit hit(Row row) {
        List<String> flags = new ArrayList<>();
        if (row.solved()) {
            flags.add("solved");
        } else if (row.question() && !row.closed()) {
            flags.add("open");
        }
        if (row.aged()) {
            flags.add("aged");
        }
        String path = "/forum/topic?id=" + row.id() + (row.reply() == null ? "" : "&post=" + row.reply() + "#post-" + row.reply());
        return new Hit(kind(row), row.id(), row.score(), row.title(), row.space(), row.snippet(), path, row.lastPostAt(), flags);
    }
}
