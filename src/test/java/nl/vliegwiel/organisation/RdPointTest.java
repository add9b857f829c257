package nl.vliegwiel.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdPointTest {
    @Test
    void theTowerOfAmersfoortIsTheOrigin() {
        assertThat(RdPoint.fromWgs84(52.15517440, 5.38720621)).isEqualTo(new RdPoint(155000, 463000));
    }

    /** Points that geodesists publish to check their own code: the Westertoren and the Martinitoren. */
    @ParameterizedTest
    @CsvSource({
        "52.37453253, 4.88352559, 120700.723, 487525.502",
        "53.21938317, 6.56820053, 233883.131, 582065.168"})
    void agreesWithPublishedPoints(double latitude, double longitude, double x, double y) {
        RdPoint point = RdPoint.fromWgs84(latitude, longitude);

        assertThat((double) point.x()).isCloseTo(x, within(1.5));
        assertThat((double) point.y()).isCloseTo(y, within(1.5));
    }

    @Property
    void distanceAgreesWithTheSphereToHalfAPercent(@ForAll @DoubleRange(min = 50.8, max = 53.4) double latitude,
            @ForAll @DoubleRange(min = 3.5, max = 7.1) double longitude, @ForAll @DoubleRange(min = 50.8, max = 53.4) double otherLatitude) {
        double sphere = haversine(latitude, longitude, otherLatitude, 5.0);
        int grid = RdPoint.fromWgs84(latitude, longitude).metresTo(RdPoint.fromWgs84(otherLatitude, 5.0));

        assertThat((double) grid).isCloseTo(sphere, within(sphere * 0.005 + 2));
    }

    @Test
    void aPointOutsideTheCountryIsRefused() {
        assertThatThrownBy(() -> RdPoint.fromWgs84(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RdPoint.fromWgs84(Double.NaN, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1000, 8", "10000, 23", "50000, 61", "100000, 100", "140000, 132", "155000, 143"})
    void travelTimeGrowsWithTheRoad(int metres, int minutes) {
        assertThat(TravelTime.minutes(metres)).isEqualTo(minutes);
    }

    @Property
    void aLongerWayNeverTakesLess(@ForAll @IntRange(max = 400_000) int metres, @ForAll @IntRange(max = 5_000) int more) {
        assertThat(TravelTime.minutes(metres + more)).isGreaterThanOrEqualTo(TravelTime.minutes(metres));
    }

    @Property
    void theReachOfAMaximumIsTheLastMetreWithinIt(@ForAll @IntRange(min = 5, max = 240) int minutes) {
        int reach = TravelTime.metresWithin(minutes);

        assertThat(TravelTime.minutes(reach)).isLessThanOrEqualTo(minutes);
        assertThat(TravelTime.minutes(reach + 1)).isGreaterThan(minutes);
        assertThat(TravelTime.metresWithin(4)).isNegative();
    }

    private static double haversine(double lat1, double lon1, double lat2, double lon2) {
        double dLat = Math.toRadians(lat2 - lat1);
        double dLon = Math.toRadians(lon2 - lon1);
        double a = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * 6_371_000 * Math.asin(Math.sqrt(a));
    }
}
