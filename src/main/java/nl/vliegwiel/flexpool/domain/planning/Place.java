package nl.vliegwiel.flexpool.domain.planning;

/** A point on a flat map, in kilometres. The way between two points is the straight line. */
public record Place(double x, double y) {
    public Place {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a place needs finite coordinates");
        }
    }

    /** Kilometres as the crow flies. */
    public double kmTo(Place other) {
        double dx = x - other.x;
        double dy = y - other.y;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
