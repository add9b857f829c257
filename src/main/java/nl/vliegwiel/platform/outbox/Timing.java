package nl.vliegwiel.platform.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Knows when and how somebody wants a message; given by the feature that keeps such wishes (rule A6). */
public interface Timing {
    /** What to do with a message. */
    enum How {
        /** Send it. */
        NOW,
        /** Send it later, by itself. */
        LATER,
        /** Send it later, together with others. */
        TOGETHER,
        /** Send nothing; it is read in the inbox. */
        SHOWN
    }

    /** @param at when; null for now and for never */
    record Moment(How how, Instant at) {
        public static Moment now() {
            return new Moment(How.NOW, null);
        }

        public static Moment later(Instant at) {
            return new Moment(How.LATER, at);
        }

        public static Moment together(Instant at) {
            return new Moment(How.TOGETHER, at);
        }

        public static Moment shown() {
            return new Moment(How.SHOWN, null);
        }
    }

    Moment moment(String kind, UUID personId, Map<String, String> payload, Instant now);
}
