package nl.vliegwiel.forum.domain;

/** A question can be solved, a discussion goes on. */
public enum TopicKind {
    QUESTION, DISCUSSION
}
