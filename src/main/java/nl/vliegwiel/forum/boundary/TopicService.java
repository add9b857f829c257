package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.domain.RouteStep;
import nl.vliegwiel.forum.domain.TopicFilter;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.forum.persistence.DraftQueries;
import nl.vliegwiel.forum.persistence.RouteQueries;
import nl.vliegwiel.forum.persistence.SimilarQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
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
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/** Spaces and topics: reading lists, asking, following, closing, and what is like a question that is being typed. */
@UseCase
public class TopicService {
    static final String ENTITY = "topic";
    private static final int MOST_SIMILAR = 5;
    private static final int MOST_TAGS = 12;
    private static final int MOST_WORDS = 6;
    private static final int SHORTEST_WORD = 3;

    @Inject
    private TopicQueries topics;

    @Inject
    private DraftQueries drafts;

    @Inject
    private SimilarQueries similar;

    @Inject
    private RouteQueries routes;

    @Inject
    private PostKeeper keeper;

    @Inject
    private Mentions mentions;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** A stretch of topics. @param next where the rest begins; null at the end */
    public record Topics(List<Topic> items, TopicFilter.Cursor next) {
    }

    /** A topic that is like what is being asked. */
    public record Similar(UUID id, UUID spaceId, String title, boolean solved, int postCount) {
    }

    /** The spaces that the caller takes part in. */
    public List<Space> spaces() {
        return policy.spaces(actor.get());
    }

    /** @throws NotFound {@code space.notFound} */
    public Space space(UUID spaceId) {
        return policy.requireSpace(actor.get(), spaceId);
    }

    /**
     * @param limit most topics, 1 or more
     * @throws NotFound {@code space.notFound}
     */
    public Topics list(UUID spaceId, TopicFilter filter, int limit) {
        Actor who = actor.get();
        Space space = policy.requireSpace(who, spaceId);
        List<TopicQueries.Row> rows = topics.list(spaceId, filter, who.personId(), limit + 1);
        Set<UUID> authors = rows.stream().map(TopicQueries.Row::authorId).collect(Collectors.toSet());
        Map<UUID, String> organisations = topics.organisations(authors);
        List<Topic> items = rows.stream().limit(limit).map(row -> view(row, who, space, organisations)).toList();
        return new Topics(items, rows.size() > limit ? items.get(limit - 1).cursor() : null);
    }

    /** Tags that are used much in a space. @throws NotFound {@code space.notFound} */
    public List<String> tags(UUID spaceId) {
        policy.requireSpace(actor.get(), spaceId);
        return topics.tags(spaceId, MOST_TAGS);
    }

    /** @throws NotFound {@code topic.notFound} */
    public Topic get(UUID id) {
        Actor who = actor.get();
        return view(require(who, id), who);
    }

    /**
     * Begins a topic; who does so follows it.
     *
     * @throws NotFound {@code space.notFound}
     * @throws RuleViolation what is wrong with the text, at {@code title}, {@code body}, {@code tags} or {@code kind}
     */
    public Topic ask(UUID spaceId, Ask command) {
        Actor who = actor.get();
        Space space = policy.requireSpace(who, spaceId);
        UUID id = command.id() == null ? Ids.next() : command.id();
        ForumText text = new ForumText(command.aboutNobody());
        String title = text.title(command.title());
        String body = text.body(command.body());
        List<String> tags = text.tags(command.tags());
        text.throwIfWrong();
        if (command.kind() == null) {
            throw new RuleViolation(List.of(Violation.of("kind", "forum.kind.missing")));
        }
        Instant now = clock.instant();
        if (topics.add(id, spaceId, command.kind(), title, tags, who.personId(), command.anonymous(), now)) {
            UUID first = Ids.next();
            keeper.add(first, id, 1, who.personId(), body, now);
            mentions.tell(first, id, spaceId, who.personId(), body, now);
            topics.index(id);
            topics.followFirst(id, who.personId());
            topics.read(id, who.personId(), 1);
            drafts.forget(who.personId(), DraftService.ask(spaceId));
            if (command.kind() == TopicKind.QUESTION) {
                RouteStep step = RouteStep.first(space.open(), command.anonymous());
                routes.begin(id, step, now.plus(step.after()));
            }
            // Without her name where she asks namelessly: administrators read this line
            audit.record(command.anonymous() ? null : who, "asked", ENTITY, id, null, Map.of("spaceId", spaceId.toString(), "kind", command.kind().name(), "aboutNobody", command.aboutNobody()));
        }
        TopicQueries.Row row = topics.find(id, List.of(space.id()), who.personId()).filter(made -> who.is(made.authorId()))
            .orElseThrow(() -> new NotFound("topic.notFound"));
        return view(row, who);
    }

    /** Messages about new posts from now on. @throws NotFound {@code topic.notFound} */
    public Topic watch(UUID id) {
        return follow(id, "WATCHING");
    }

    /** No messages about it any more, even when she writes under it. @throws NotFound {@code topic.notFound} */
    public Topic mute(UUID id) {
        return follow(id, "MUTED");
    }

    private Topic follow(UUID id, String state) {
        Actor who = actor.get();
        require(who, id);
        topics.follow(id, who.personId(), state);
        return view(require(who, id), who);
    }

    /**
     * No more posts, but by moderators.
     *
     * @throws NotFound {@code topic.notFound}; Forbidden {@code space.notModerator}
     * @throws Conflict {@code topic.closed.already}
     * @throws StaleData {@code stale}
     */
    public Topic close(UUID id, int seenVersion) {
        Actor who = actor.get();
        TopicQueries.Row row = require(who, id);
        policy.requireClose(who, row, policy.requireSpace(who, row.spaceId()));
        if (row.closedAt() != null) {
            throw new Conflict("topic.closed.already");
        }
        if (!topics.close(id, seenVersion, who.personId(), clock.instant())) {
            throw new StaleData("stale");
        }
        audit.record(row.anonymous() && who.is(row.authorId()) ? null : who, "closed", ENTITY, id, null, Map.of());
        return view(require(who, id), who);
    }

    /** @return topics that are like a title, in all spaces of the caller, the likest first; none while there is no word yet */
    public List<Similar> similar(String typed) {
        Actor who = actor.get();
        String title = Cleaned.line(typed);
        if (Cleaned.length(title) > ForumText.LONGEST_TITLE) {
            title = title.substring(0, title.offsetByCodePoints(0, ForumText.LONGEST_TITLE));
        }
        List<String> words = longest(title);
        List<UUID> spaces = policy.spaces(who).stream().map(Space::id).toList();
        return words.isEmpty() ? List.of() : similar.find(title, words, spaces, MOST_SIMILAR).stream()
            .map(row -> new Similar(row.id(), row.spaceId(), row.title(), row.solved(), row.postCount())).toList();
    }

    /** Long words tell most, Dutch being what it is; a few are enough. */
    private static List<String> longest(String title) {
        return Arrays.stream(title.split("[^\\p{L}\\p{Nd}]+")).filter(word -> word.length() >= SHORTEST_WORD).collect(Collectors.toCollection(LinkedHashSet::new)).stream()
            .sorted(Comparator.comparingInt(String::length).reversed()).limit(MOST_WORDS).toList();
    }

    /** Position of the last post, for a page that is open already. @throws NotFound {@code topic.notFound} */
    public int lastPosition(UUID id) {
        return policy.requireTopic(actor.get(), id).topic().lastPosition();
    }

    private TopicQueries.Row require(Actor who, UUID id) {
        return policy.requireTopic(who, id).topic();
    }

    private Topic view(TopicQueries.Row row, Actor who) {
        return view(row, who, policy.requireSpace(who, row.spaceId()), topics.organisations(List.of(row.authorId())));
    }

    private Topic view(TopicQueries.Row row, Actor who, Space space, Map<UUID, String> organisations) {
        Author author = policy.maySeeAuthor(row, row.authorId(), space) ? new Author(row.authorId(), row.author(), organisations.get(row.authorId())) : null;
        return new Topic(row.id(), row.version(), row.spaceId(), row.kind(), row.title(), row.tags(), author, row.anonymous(), who.is(row.authorId()), row.createdAt(),
            row.lastPostAt(), row.postCount(), row.lastPosition(), row.likes(), row.acceptedPostId(), row.closedAt() != null, row.hiddenAt() != null,
            row.lastRead() == null || row.lastRead() == 0 ? null : Math.max(0, row.lastPosition() - row.lastRead()), row.state(), space.moderated(),
            row.doubtfulFrom() != null && !row.doubtfulFrom().isAfter(LocalDate.now(clock.withZone(Zones.AMSTERDAM))), row.usedBy());
    }
}
