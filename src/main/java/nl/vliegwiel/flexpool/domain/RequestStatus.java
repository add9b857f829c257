package nl.vliegwiel.flexpool.domain;

import java.util.EnumSet;
import java.util.Set;

/** Life of a request. Never deleted (R15). */
public enum RequestStatus {
    DRAFT, PUBLISHED, PARTLY_FILLED, FILLED, RUNNING, DONE, WITHDRAWN, EXPIRED;

    /** The states that may follow this one. */
    public Set<RequestStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PUBLISHED, WITHDRAWN);
            case PUBLISHED -> EnumSet.of(PARTLY_FILLED, FILLED, WITHDRAWN, EXPIRED);
            // Back to published or partly filled when a definite placement is cancelled
            case PARTLY_FILLED -> EnumSet.of(PUBLISHED, FILLED, RUNNING, WITHDRAWN);
            case FILLED -> EnumSet.of(PUBLISHED, PARTLY_FILLED, RUNNING, WITHDRAWN);
            // Back when a place of a shift that is still to come falls open
            case RUNNING -> EnumSet.of(PARTLY_FILLED, DONE);
            case DONE, WITHDRAWN, EXPIRED -> EnumSet.noneOf(RequestStatus.class);
        };
    }

    public boolean mayBecome(RequestStatus other) {
        return next().contains(other);
    }

    /** Others may see it and apply. */
    public boolean isOpen() {
        return this == PUBLISHED || this == PARTLY_FILLED;
    }

    public boolean isFinal() {
        return next().isEmpty();
    }

    /**
     * The state of a published request by what is filled.
     *
     * @param seats people asked for, all shifts together; 0 when nobody is needed any more, and then nothing is left to fill
     * @param filled definite placements
     */
    public static RequestStatus byFilling(int seats, int filled) {
        if (filled <= 0 && seats > 0) {
            return PUBLISHED;
        }
        return filled < seats ? PARTLY_FILLED : FILLED;
    }
}
