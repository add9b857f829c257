package nl.vliegwiel.organisation;

/**
 * An estimate of the way from door to door, from the distance in a straight line alone: the same for everybody,
 * without asking a map service where anybody lives.
 *
 * Road = 1.3 × straight line. Then 5 minutes to set off and park, the first 5 km of road at 30 km/h, the next 25 km
 * at 60 km/h, the rest at 100 km/h. All in whole metres and seconds so that SQL gives the same minutes:
 *
 * <pre>
 * road    = metres * 13 / 10                      -- integer division, as everywhere below
 * seconds = 300 + least(road, 5000) * 12 / 100
 *               + least(greatest(road - 5000, 0), 25000) * 6 / 100
 *               + greatest(road - 30000, 0) * 36 / 1000
 * minutes = (seconds + 59) / 60
 * </pre>
 */
public final class TravelTime {
    private TravelTime() {
    }

    /** Road metres for a distance in a straight line. */
    public static int roadMetres(int straightMetres) {
        return Math.toIntExact(straightMetres * 13L / 10);
    }

    /**
     * Whole minutes one way, rounded up.
     *
     * @param straightMetres distance in a straight line, at least 0
     */
    public static int minutes(int straightMetres) {
        int road = roadMetres(straightMetres);
        int seconds = 300 + Math.min(road, 5_000) * 12 / 100
                + Math.min(Math.max(road - 5_000, 0), 25_000) * 6 / 100
                + Math.max(road - 30_000, 0) * 36 / 1_000;
        return (seconds + 59) / 60;
    }

    /** The distance in a straight line that can just be travelled in so many minutes; less than 0 when none can. */
    public static int metresWithin(int minutes) {
        int low = -1;
        int high = 1_000_000;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (minutes(middle) <= minutes) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
