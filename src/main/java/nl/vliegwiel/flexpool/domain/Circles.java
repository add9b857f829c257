package nl.vliegwiel.flexpool.domain;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The circles that a request reaches, each once, in the order in which the asker named them.
 *
 * @param names at least none; a saved request has one or more
 */
public record Circles(List<Circle> names) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Libraries with a branch within this many kilometres (as the crow flies) of the place of work are neighbours. */
    public static final int NEIGHBOUR_KM = 30;

    public Circles {
        names = List.copyOf(new LinkedHashSet<>(names));
    }

    public static Circles of(Circle... names) {
        return new Circles(List.of(names));
    }

    /** True when everybody who was reached still is. */
    public boolean includesAllOf(Circles other) {
        return names.containsAll(other.names) || names.contains(Circle.COUNTRY) && !other.names.contains(Circle.OWN);
    }
}
