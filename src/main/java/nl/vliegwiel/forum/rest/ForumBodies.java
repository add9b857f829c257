package nl.vliegwiel.forum.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.Author;
import nl.vliegwiel.forum.boundary.Post;
import nl.vliegwiel.forum.boundary.PostService.Revision;
import nl.vliegwiel.forum.boundary.Space;
import nl.vliegwiel.forum.boundary.Topic;
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

    /** @param author absent where who asked is not told; @param unread absent when the caller never opened it; @param following WATCHING or MUTED */
    @Schema(name = "Topic")
    public record TopicBody(UUID id, int version, UUID spaceId, TopicKind kind, String title, List<String> tags, AuthorBody author, boolean anonymous, Instant createdAt,
            Instant lastPostAt, boolean solved, int postCount, int likes, UUID acceptedPostId, boolean closed, Integer unread, String following) {
        static TopicBody of(Topic topic) {
            return new TopicBody(topic.id(), topic.version(), topic.spaceId(), topic.kind(), topic.title(), topic.tags(), AuthorBody.of(topic.author()), topic.anonymous(),
                topic.createdAt(), topic.lastPostAt(), topic.solved(), topic.postCount(), topic.likes(), topic.acceptedPostId(), topic.closed(), topic.unread(), topic.following());
        }
    }

    @Schema(name = "Topics")
    public record Topics(List<TopicBody> items, String next) {
    }

    /** @param body Markdown, absent for what is hidden; @param html made of it, safe to show; @param position 1 for the question itself */
    @Schema(name = "Post")
    public record PostBody(UUID id, int version, UUID topicId, int position, AuthorBody author, String body, String html, Instant createdAt, Instant editedAt, int likes,
            boolean liked, boolean accepted, boolean hidden) {
        static PostBody of(Post post) {
            return new PostBody(post.id(), post.version(), post.topicId(), post.position(), AuthorBody.of(post.author()), post.body(), post.html(), post.createdAt(),
                post.editedAt(), post.likes(), post.liked(), post.accepted(), post.hidden());
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
