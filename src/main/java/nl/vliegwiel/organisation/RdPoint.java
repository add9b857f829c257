package nl.vliegwiel.organisation;

/**
 * A place on the metric grid of the Netherlands (RD New, EPSG:28992), in whole metres, so that distance is plain
 * Pythagoras in Java and in SQL.
 *
 * @param x metres east, 155000 at Amersfoort
 * @param y metres north, 463000 at Amersfoort
 */
public record RdPoint(int x, int y) {
    private static final double ORIGIN_LATITUDE = 52.15517440;
    private static final double ORIGIN_LONGITUDE = 5.38720621;

    /** Terms {latitude power, longitude power, coefficient} of the polynomial for x. */
    private static final double[][] X = {
        {0, 1, 190094.945}, {1, 1, -11832.228}, {2, 1, -114.221}, {0, 3, -32.391}, {1, 0, -0.705},
        {3, 1, -2.340}, {1, 3, -0.608}, {0, 2, -0.008}, {2, 3, 0.148},
    };

    /** Terms {latitude power, longitude power, coefficient} of the polynomial for y. */
    private static final double[][] Y = {
        {1, 0, 309056.544}, {0, 2, 3638.893}, {2, 0, 73.077}, {1, 2, -157.984}, {3, 0, 59.788},
        {0, 1, 0.433}, {2, 2, -6.439}, {1, 1, -0.032}, {0, 4, 0.092}, {1, 4, -0.054},
    };

    /**
     * From latitude and longitude (WGS 84, degrees) by the approximation of Schreutelkamp and Strang van Hees,
     * "Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten", Geodesia 43 (2001) nr 2:
     * exact to about a quarter of a metre within the Netherlands.
     *
     * @throws IllegalArgumentException when the point lies far outside the Netherlands, where the formula is void
     */
    public static RdPoint fromWgs84(double latitude, double longitude) {
        if (!(latitude > 50 && latitude < 54.5 && longitude > 2.5 && longitude < 8)) {
            throw new IllegalArgumentException("Not a place in the Netherlands: " + latitude + " " + longitude);
        }
        double dLatitude = 0.36 * (latitude - ORIGIN_LATITUDE);
        double dLongitude = 0.36 * (longitude - ORIGIN_LONGITUDE);
        return new RdPoint(
                (int) Math.round(155000 + sum(X, dLatitude, dLongitude)),
                (int) Math.round(463000 + sum(Y, dLatitude, dLongitude)));
    }

    private static double sum(double[][] terms, double dLatitude, double dLongitude) {
        double sum = 0;
        for (double[] term : terms) {
            sum += term[2] * Math.pow(dLatitude, term[0]) * Math.pow(dLongitude, term[1]);
        }
        return sum;
    }

    /** Metres in a straight line, rounded to the nearest. */
    public int metresTo(RdPoint other) {
        return (int) Math.round(Math.hypot((double) x - other.x, (double) y - other.y));
    }
}
