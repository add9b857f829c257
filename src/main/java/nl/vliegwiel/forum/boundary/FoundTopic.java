package nl.vliegwiel.forum.boundary;

import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.actor.Actor;

/** A topic that the caller may read, with all that is asked before something is done to it. */
record FoundTopic(Actor who, Space space, TopicQueries.Row topic) {
    /** What she does is recorded without her name, since she asked namelessly. */
    boolean nameless() {
        return topic.anonymous() && who.is(topic.authorId());
    }

    /** For the audit. */
    Actor named() {
        return nameless() ? null : who;
    }
}
