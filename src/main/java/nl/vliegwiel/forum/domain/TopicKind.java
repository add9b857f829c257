package nl.vliegwiel.forum.domain;

/** What a topic is: a question can be solved, a discussion goes on; an article is what answers come to, a letter is used as it stands. */
public enum TopicKind {
    QUESTION, DISCUSSION, ARTICLE, LETTER;

    /** Stands or falls with its own text, and not with a reply. */
    public boolean isDocument() {
        return this == ARTICLE || this == LETTER;
    }
}
