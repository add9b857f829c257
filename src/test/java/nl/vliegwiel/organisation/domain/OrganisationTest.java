package nl.vliegwiel.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.vliegwiel.organisation.OrganisationKind;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.Test;

class OrganisationTest {
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 29);
    private final Organisation duinrand = organisation(OrganisationKind.LIBRARY, "Duinrand");
    private final Organisation vennenland = organisation(OrganisationKind.LIBRARY, "Vennenland");

    @Test
    void oneEntityMayBeLibraryAndPoi() {
        duinrand.describe("Duinrand", true, "Zeeland", List.of("Zeeland"), null);
        assertThat(duinrand.isPoi()).isTrue();
        assertThat(duinrand.poiProvinces()).containsExactly("Zeeland");
    }

    @Test
    void onlyALibraryMayBePoiAsWell() {
        Organisation partner = organisation(OrganisationKind.PARTNER, "Partner");
        assertThatThrownBy(() -> partner.describe("Partner", true, null, List.of(), null)).hasMessageContaining("organisation.alsoPoi.libraryOnly");
        assertThatThrownBy(() -> partner.describe("Partner", false, null, List.of(), Ids.next())).hasMessageContaining("organisation.poi.libraryOnly");
    }

    @Test
    void worksInOneOfTheTwelveProvinces() {
        assertThatThrownBy(() -> duinrand.describe("Duinrand", false, "Holland", List.of(), null))
            .isInstanceOf(RuleViolation.class).hasMessageContaining("organisation.province.unknown");
    }

    @Test
    void goesUpInAnotherOnceAndStaysAsItWas() {
        duinrand.mergeInto(vennenland);
        assertThat(duinrand.mergedInto()).isEqualTo(vennenland.id());
        assertThatThrownBy(() -> duinrand.mergeInto(vennenland)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> duinrand.describe("Anders", false, null, List.of(), null)).isInstanceOf(Conflict.class).hasMessageContaining("organisation.merged");
    }

    @Test
    void whoTakesOverALibraryThatIsPoiBecomesPoi() {
        duinrand.describe("Duinrand", true, "Zeeland", List.of("Zeeland"), null);
        duinrand.mergeInto(vennenland);
        assertThat(vennenland.isPoi()).isTrue();
        assertThat(vennenland.poiProvinces()).containsExactly("Zeeland");
    }

    @Test
    void goesUpOnlyInALivingOneOfItsKind() {
        assertThatThrownBy(() -> duinrand.mergeInto(duinrand)).hasMessageContaining("organisation.merge.self");
        assertThatThrownBy(() -> duinrand.mergeInto(organisation(OrganisationKind.POI, "POI"))).hasMessageContaining("organisation.merge.kind");
        vennenland.mergeInto(organisation(OrganisationKind.LIBRARY, "Hoogveen"));
        assertThatThrownBy(() -> duinrand.mergeInto(vennenland)).hasMessageContaining("organisation.merge.ended");
    }

    @Test
    void aCodeStaysTraceableAtWhoTookOver() {
        IsilCode code = new IsilCode(Isil.of("nl-9900010000"), duinrand.id(), MONDAY.minusYears(3));
        code.moveTo(vennenland.id(), MONDAY);
        assertThat(code.organisationId()).isEqualTo(vennenland.id());
        assertThat(code.isCurrent()).isFalse();
        assertThat(code.validTo()).isEqualTo(MONDAY);
    }

    @Test
    void aFormerCodeKeepsTheDayOnWhichItEnded() {
        IsilCode code = new IsilCode(Isil.of("NL-9900010000"), duinrand.id(), MONDAY.minusYears(3));
        code.endOn(MONDAY.minusYears(1));
        code.moveTo(vennenland.id(), MONDAY);
        assertThat(code.validTo()).isEqualTo(MONDAY.minusYears(1));
    }

    private static Organisation organisation(OrganisationKind kind, String name) {
        Organisation organisation = new Organisation(Ids.next(), kind, Instant.EPOCH);
        organisation.describe(name, false, null, List.of(), null);
        return organisation;
    }
}
