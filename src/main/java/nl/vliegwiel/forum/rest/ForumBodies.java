package nl.vliegwiel.forum.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.Answer;
import nl.vliegwiel.forum.boundary.Author;
import nl.vliegwiel.forum.boundary.ExpertService.Expert;
import nl.vliegwiel.forum.boundary.Post;
import nl.vliegwiel.forum.boundary.PostService.Revision;
import nl.vliegwiel.forum.boundary.RouteService.Route;
import nl.vliegwiel.forum.boundary.Source;
import nl.vliegwiel.forum.boundary.Space;
import nl.vliegwiel.forum.boundary.Topic;
import nl.vliegwiel.forum.domain.AnswerState;
import nl.vliegwiel.forum.domain.RouteStep;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.platform.text.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the API tells of the forum, and takes. */
public final class ForumBodies {
    private ForumBodies() {
    }

    /** @param closedReason why not everybody takes part; absent where everybody does */
    @Schema(name = "Space")
    public record SpaceBody(UUID id, String kind, String name, String description, String closedReason, boolean moderator) {
        static SpaceBody of(Space space, Locale language) {
            return new SpaceBody(space.id(), space.kind(), space.name(), Texts.of(language, space.description()),
                space.closedReason() == null ? null : Texts.of(language, space.closedReason()), space.moderated());
        }
    }

    @Schema(name = "Spaces")
    public record Spaces(List<SpaceBody> items) {
    }

    /** @param organisation where she works now */
    @Schema(name = "ForumAuthor")
    public record AuthorBody(UUID id, String name, String organisation) {
        static AuthorBody of(Author author) {
            return author == null ? null : new AuthorBody(author.id(), author.name(), author.organisation());
        }
    }

    /** @param author absent where who asked is not told; @param unread absent when the caller never opened it; @param following WATCHING or MUTED; @param doubtful its accepted answer has to be checked, or is outdated; @param usedBy how many libraries use it, of a letter */
    @Schema(name = "Topic")
    public record TopicBody(UUID id, int version, UUID spaceId, TopicKind kind, String title, List<String> tags, AuthorBody author, boolean anonymous, Instant createdAt,
            Instant lastPostAt, boolean solved, int postCount, int likes, UUID acceptedPostId, boolean closed, Integer unread, String following, boolean doubtful, int usedBy) {
        static TopicBody of(Topic topic) {
            return new TopicBody(topic.id(), topic.version(), topic.spaceId(), topic.kind(), topic.title(), topic.tags(), AuthorBody.of(topic.author()), topic.anonymous(),
                topic.createdAt(), topic.lastPostAt(), topic.solved(), topic.postCount(), topic.likes(), topic.acceptedPostId(), topic.closed(), topic.unread(), topic.following(), topic.doubtful(), topic.usedBy());
        }
    }

    @Schema(name = "Topics")
    public record Topics(List<TopicBody> items, String next) {
    }

    /** A source that an answer rests on. @param over it holds no more */
    @Schema(name = "AnswerSource")
    public record AnswerSourceBody(UUID id, String name, String link, LocalDate validUntil, boolean over) {
    }

    /** @param summary in plain words; @param checkFrom from this day on somebody has to look whether it holds */
    @Schema(name = "Answer")
    public record AnswerBody(String summary, AnswerState state, List<AnswerSourceBody> sources, Instant verifiedAt, Instant outdatedAt, String outdatedReason,
            LocalDate checkFrom) {
        static AnswerBody of(Answer answer) {
            return answer == null ? null : new AnswerBody(answer.summary(), answer.state(),
                answer.sources().stream().map(one -> new AnswerSourceBody(one.id(), one.name(), one.link(), one.validUntil(), one.over())).toList(), answer.verifiedAt(),
                answer.outdatedAt(), answer.outdatedReason(), answer.checkFrom());
        }
    }

    /** @param sourceIds none for nothing that ends; @param summary in plain words, without markup */
    @Schema(name = "AnswerBasis")
    public record BasisBody(List<UUID> sourceIds, String summary, Boolean aboutNobody) {
    }

    /** @param validUntil last day, absent as long as no end is known; @param answers how many rest on it; @param due how many of them have to be looked at */
    @Schema(name = "Source")
    public record SourceBody(UUID id, int version, String name, String link, LocalDate validFrom, LocalDate validUntil, int answers, int due, boolean over) {
        static SourceBody of(Source one) {
            return new SourceBody(one.id(), one.version(), one.name(), one.link(), one.validFrom(), one.validUntil(), one.answers(), one.due(), one.over());
        }
    }

    @Schema(name = "Sources")
    public record Sources(List<SourceBody> items) {
    }

    @Schema(name = "SourceDetails")
    public record SourceDetails(String name, String link, LocalDate validFrom, LocalDate validUntil) {
    }

    /** Somebody who knows a theme and is asked about it. */
    @Schema(name = "TagExpert")
    public record ExpertBody(UUID id, String tag, UUID personId, String name) {
        static ExpertBody of(Expert one) {
            return new ExpertBody(one.id(), one.tag(), one.personId(), one.name());
        }
    }

    /** A tag that is asked about now. @param experts who know it */
    @Schema(name = "TagUsed")
    public record ThemeBody(String tag, int topics, int experts) {
    }

    @Schema(name = "TagExperts")
    public record Experts(List<ExpertBody> items, List<ThemeBody> tags) {
    }

    /** @param email of somebody else, by a moderator; absent for the caller herself */
    @Schema(name = "TagExpertNew")
    public record ExpertNew(String tag, String email) {
    }

    /** @param told how many people got a message */
    @Schema(name = "RouteStep")
    public record StepBody(RouteStep step, Instant at, int told) {
    }

    /** @param next absent when somebody answered, or nobody comes behind the last */
    @Schema(name = "Route")
    public record RouteBody(List<StepBody> steps, RouteStep next, Instant nextAt) {
        static RouteBody of(Route route) {
            return new RouteBody(route.steps().stream().map(one -> new StepBody(one.step(), one.at(), one.told())).toList(), route.next(), route.nextAt());
        }
    }

    /** @param body Markdown, absent for what is hidden; @param html made of it, safe to show; @param position 1 for the question itself */
    @Schema(name = "Post")
    public record PostBody(UUID id, int version, UUID topicId, int position, AuthorBody author, String body, String html, Instant createdAt, Instant editedAt, int likes,
            boolean liked, boolean accepted, boolean hidden, AnswerBody answer) {
        static PostBody of(Post post) {
            return new PostBody(post.id(), post.version(), post.topicId(), post.position(), AuthorBody.of(post.author()), post.body(), post.html(), post.createdAt(),
                post.editedAt(), post.likes(), post.liked(), post.accepted(), post.hidden(), AnswerBody.of(post.answer()));
        }
    }

    @Schema(name = "Posts")
    public record Posts(List<PostBody> items, String next) {
    }

    /** @param title of the topic, where it changed with the post */
    @Schema(name = "PostRevision")
    public record RevisionBody(int version, String title, String body, Instant replacedAt) {
        static RevisionBody of(Revision one) {
            return new RevisionBody(one.version(), one.title(), one.body(), one.replacedAt());
        }
    }

    @Schema(name = "PostRevisions")
    public record Revisions(List<RevisionBody> items) {
    }

    /** @param body Markdown; @param anonymous only moderators read who asks; @param aboutNobody words of illness in it are about nobody in particular */
    @Schema(name = "TopicNew")
    public record AskBody(TopicKind kind, String title, String body, List<String> tags, Boolean anonymous, Boolean aboutNobody) {
    }

    @Schema(name = "PostNew")
    public record ReplyBody(String body, Boolean aboutNobody) {
    }

    /** @param title of the topic, for its first post; absent to leave it; @param tags likewise */
    @Schema(name = "PostChange")
    public record ChangeBody(String body, String title, List<String> tags, Boolean aboutNobody) {
    }

    @Schema(name = "PostReason")
    public record ReasonBody(String reason) {
    }
}
