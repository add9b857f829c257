package nl.vliegwiel.flexpool.domain;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who is reached by a request. A request names circles in the order in which they are asked; only those named are
 * reached.
 */
public enum Circle {
    /** People of the asking library itself. */
    OWN,
    /** People whom the asking library marked as favourite. */
    FAVOURITES,
    /** People of libraries that the asking library marked as neighbour. */
    NEIGHBOURS,
    /** People of other libraries under the same POI. */
    REGION,
    /** People of every other library. */
    COUNTRY;

    /**
     * The circles in which somebody stands, seen from the asking library. Own people stand in OWN alone (and in
     * FAVOURITES when marked): a loan to oneself is none.
     *
     * @param own works at the asking library
     * @param favourite marked as favourite by it
     * @param neighbour works at a library marked as neighbour
     * @param sameRegion works at a library under the same POI
     */
    public static Set<Circle> of(boolean own, boolean favourite, boolean neighbour, boolean sameRegion) {
        Set<Circle> circles = EnumSet.noneOf(Circle.class);
        if (favourite) {
            circles.add(FAVOURITES);
        }
        if (own) {
            circles.add(OWN);
            return circles;
        }
        circles.add(COUNTRY);
        if (neighbour) {
            circles.add(NEIGHBOURS);
        }
        if (sameRegion) {
            circles.add(REGION);
        }
        return circles;
    }
}
