package nl.vliegwiel.forum.domain;

import java.time.Duration;
import java.util.Optional;

/** Where a question goes that nobody answered, in this order. */
public enum RouteStep {
    /** HR managers of the region of who asked. */
    CIRCLE(Duration.ofHours(24)),
    /** Who knows one of its tags. */
    EXPERTS(Duration.ofHours(48)),
    /** Whoever moderates the space; behind them comes nobody. */
    MODERATOR(Duration.ofHours(96));

    private final Duration after;

    RouteStep(Duration after) {
        this.after = after;
    }

    /** How long a question waits before it goes there. */
    public Duration after() {
        return after;
    }

    /**
     * The first step. A question in an HR-kring was read there already; of one that was asked namelessly the region would
     * tell who asks.
     */
    public static RouteStep first(boolean open, boolean nameless) {
        return open && !nameless ? CIRCLE : EXPERTS;
    }

    /** @return empty behind the last */
    public Optional<RouteStep> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}
