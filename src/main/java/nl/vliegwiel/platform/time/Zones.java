package nl.vliegwiel.platform.time;

import java.time.ZoneId;

/** The one wall clock of the product. */
public final class Zones {
    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private Zones() {
    }
}
