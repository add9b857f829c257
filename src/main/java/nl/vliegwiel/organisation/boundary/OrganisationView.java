package nl.vliegwiel.organisation.boundary;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.organisation.OrganisationKind;

/**
 * An organisation as everybody on the network may read it.
 *
 * @param alsoPoi true where a library is POI as well (R19)
 * @param isil the current code; null for none
 * @param province null for a body of the whole country
 * @param poiProvinces provinces that a POI works for
 * @param poiId the POI that supports this library
 * @param mergedInto the organisation that took over; null while it goes on
 * @param fictional true for invented organisations of a demo
 * @param places names of the places where it works
 * @param isilHistory all codes ever given, the current one first; only when one organisation is asked for
 * @param region libraries that this POI supports; only when one organisation is asked for
 */
public record OrganisationView(UUID id, int version, String name, OrganisationKind kind, boolean alsoPoi, String isil, String province,
        List<String> poiProvinces, UUID poiId, String poiName, UUID mergedInto, String mergedIntoName, boolean fictional,
        List<String> places, List<BranchView> branches, List<CodeView> isilHistory, List<Member> region) {
    /** A place of work; closedOn is null while it is open. */
    public record BranchView(UUID id, int version, String name, String place, String province, int placeId, String address, LocalDate closedOn) {
    }

    /** A code, current while validTo is null; branch when it belongs to one place of work. */
    public record CodeView(String isil, LocalDate validFrom, LocalDate validTo, String branch) {
    }

    /** A library of the region. */
    public record Member(UUID id, String name) {
    }
}
