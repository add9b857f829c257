package nl.vliegwiel.flexpool.domain.planning;

/** An unbroken stretch of time: minutes since the Monday 00:00 of the plan, the end not included. */
public record Stretch(int from, int to) {
    static final int DAY = 1440;

    public Stretch {
        if (from >= to) {
            throw new IllegalArgumentException("a stretch ends after it begins: " + from + ".." + to);
        }
    }

    public int minutes() {
        return to - from;
    }

    public boolean contains(Stretch other) {
        return from <= other.from && other.to <= to;
    }

    public boolean overlaps(Stretch other) {
        return from < other.to && other.from < to;
    }

    /** The calendar day of the begin; Monday of the plan is 0. */
    public int day() {
        return Math.floorDiv(from, DAY);
    }
}
