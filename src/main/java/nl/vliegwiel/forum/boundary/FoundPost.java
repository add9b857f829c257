package nl.vliegwiel.forum.boundary;

import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.actor.Actor;

/** A post that the caller may read, with all that is asked before something is done to it. */
record FoundPost(FoundTopic place, PostQueries.Row post) {
    Actor who() {
        return place.who();
    }

    Space space() {
        return place.space();
    }

    TopicQueries.Row topic() {
        return place.topic();
    }

    boolean first() {
        return post.position() == 1;
    }
}
