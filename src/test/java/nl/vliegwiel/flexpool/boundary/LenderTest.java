package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Employer;
import org.junit.jupiter.api.Test;

class LenderTest {
    private static final UUID BORROWER = new UUID(0, 1);
    private static final UUID MOST = new UUID(0, 2);
    private static final UUID LESS = new UUID(0, 3);

    private static Employer employer(UUID id, int minutes) {
        return new Employer(id, "Library", null, "Librarian", minutes);
    }

    private static UUID lender(UUID chosen, Employer... employers) {
        return PlacementService.lender(List.of(employers), BORROWER, chosen).organisationId();
    }

    @Test
    void isTheEmployerWithMostMinutesOtherThanTheBorrower() {
        assertThat(lender(null, employer(BORROWER, 1800), employer(MOST, 1200), employer(LESS, 600))).isEqualTo(MOST);
    }

    @Test
    void isTheEmployerSheActsFor() {
        assertThat(lender(LESS, employer(MOST, 1200), employer(LESS, 600))).isEqualTo(LESS);
        assertThat(lender(BORROWER, employer(BORROWER, 1800), employer(MOST, 1200))).isEqualTo(MOST);
    }

    @Test
    void isTheBorrowerForItsOwnPeople() {
        assertThat(lender(null, employer(BORROWER, 1800))).isEqualTo(BORROWER);
    }
}
