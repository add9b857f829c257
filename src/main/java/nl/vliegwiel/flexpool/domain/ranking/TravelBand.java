package nl.vliegwiel.flexpool.domain.ranking;

import nl.vliegwiel.organisation.TravelTime;

/**
 * The way as an anonymous card may tell it (R10): rounded up to bands. The score is reckoned from the band too, for
 * exact points would give the exact way.
 */
public final class TravelBand {
    public static final int METRES = 5_000;
    public static final int MINUTES = 5;

    private TravelBand() {
    }

    public static int metres(int metres) {
        return (metres + METRES - 1) / METRES * METRES;
    }

    /** Minutes one way, estimated from the distance in a straight line. */
    public static int minutes(int metres) {
        return (TravelTime.minutes(metres) + MINUTES - 1) / MINUTES * MINUTES;
    }
}
