package nl.vliegwiel.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.vliegwiel.organisation.Place;
import org.junit.jupiter.api.Test;

class PlaceDirectoryTest {
    private static final Place SOUTH = new Place(1, "Rijswijk", "Zuid-Holland", 82, 450);
    private static final Place EAST = new Place(2, "Rijswijk", "Gelderland", 150, 440);
    private static final List<Place> BOTH = List.of(SOUTH, EAST);

    @Test
    void theProvinceThatIsSaidDecides() {
        assertThat(PlaceDirectory.narrowed(BOTH, "gelderland", "Zuid-Holland")).containsExactly(EAST);
        assertThat(PlaceDirectory.narrowed(BOTH, "Drenthe", "Zuid-Holland")).isEmpty();
    }

    @Test
    void elseTheNearOne() {
        assertThat(PlaceDirectory.narrowed(BOTH, null, "Gelderland")).containsExactly(EAST);
    }

    @Test
    void elseItStaysOpen() {
        assertThat(PlaceDirectory.narrowed(BOTH, null, "Drenthe")).isEqualTo(BOTH);
        assertThat(PlaceDirectory.narrowed(List.of(SOUTH), null, "Drenthe")).containsExactly(SOUTH);
    }

    @Test
    void aMovedBranchKeepsItsNameWhereItIsFree() {
        Set<String> taken = new HashSet<>(Set.of("centrum"));
        assertThat(KeepRegisterService.freeName("Noord", "Duinrand", taken)).isEqualTo("Noord");
        assertThat(KeepRegisterService.freeName("Centrum", "Duinrand", taken)).isEqualTo("Centrum (Duinrand)");
        assertThat(KeepRegisterService.freeName("Centrum", "Duinrand", taken)).isEqualTo("Centrum (Duinrand 2)");
    }
}
