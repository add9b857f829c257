package nl.vliegwiel.organisation.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.organisation.OrganisationKind;
import nl.vliegwiel.organisation.Provinces;
import nl.vliegwiel.platform.persistence.VersionedEntity;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/**
 * A legal entity in the register: a library, a POI, a national body or a partner.
 *
 * Entered and kept by administrators. One entity may be library and POI (R19). It ends only by merging into another,
 * and then stays readable, so that former codes and employments can be traced.
 */
@Entity
@Table(name = "organisation")
public class Organisation extends VersionedEntity {
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 120;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private OrganisationKind kind;

    @Column(name = "also_poi")
    private boolean alsoPoi;

    @Column(name = "province")
    private String province;

    @ElementCollection
    @CollectionTable(name = "organisation_province", joinColumns = @JoinColumn(name = "organisation_id"))
    @Column(name = "province")
    private Set<String> poiProvinces = new HashSet<>();

    @Column(name = "poi_id")
    private UUID poiId;

    @Column(name = "merged_into")
    private UUID mergedInto;

    @Column(name = "fictional")
    private boolean fictional;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Organisation() {
    }

    public Organisation(UUID id, OrganisationKind kind, Instant createdAt) {
        super(id);
        this.kind = kind;
        this.createdAt = createdAt;
    }

    /**
     * Says what it is called, where it is and which POI supports it.
     *
     * @param newName 2 to 120 characters
     * @param isAlsoPoi R19: only a library may be POI as well
     * @param newProvince one of the twelve, or null for a body of the whole country
     * @param newPoiProvinces provinces that a POI works for
     * @param newPoiId the POI of a library; null for none
     * @throws RuleViolation per field
     */
    public void describe(String newName, boolean isAlsoPoi, String newProvince, Collection<String> newPoiProvinces, UUID newPoiId) {
        requireNotMerged();
        String trimmed = newName == null ? "" : newName.strip();
        if (trimmed.length() < SHORTEST_NAME || trimmed.length() > LONGEST_NAME || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw violation("name", "organisation.name.length");
        }
        if (newProvince != null && !Provinces.ALL.contains(newProvince)) {
            throw violation("province", "organisation.province.unknown");
        }
        if (!newPoiProvinces.stream().allMatch(one -> one != null && Provinces.ALL.contains(one))) {
            throw violation("poiProvinces", "organisation.province.unknown");
        }
        if (isAlsoPoi && kind != OrganisationKind.LIBRARY) {
            throw violation("alsoPoi", "organisation.alsoPoi.libraryOnly");
        }
        if (newPoiId != null && kind != OrganisationKind.LIBRARY) {
            throw violation("poiId", "organisation.poi.libraryOnly");
        }
        boolean poi = kind == OrganisationKind.POI || isAlsoPoi;
        if (!poi && !newPoiProvinces.isEmpty()) {
            throw violation("poiProvinces", "organisation.poiProvinces.poiOnly");
        }
        name = trimmed;
        alsoPoi = isAlsoPoi;
        province = newProvince;
        poiId = newPoiId;
        if (!poiProvinces.equals(Set.copyOf(newPoiProvinces))) {
            poiProvinces.clear();
            poiProvinces.addAll(newPoiProvinces);
        }
    }

    /** @throws Conflict when it is merged already; @throws RuleViolation when the other is no home for it */
    public void mergeInto(Organisation other) {
        requireNotMerged();
        if (equals(other)) {
            throw violation("into", "organisation.merge.self");
        }
        if (kind != other.kind) {
            throw violation("into", "organisation.merge.kind");
        }
        if (other.mergedInto != null) {
            throw violation("into", "organisation.merge.ended");
        }
        mergedInto = other.id();
        other.alsoPoi |= alsoPoi;
        other.poiProvinces.addAll(poiProvinces);
    }

    /** A library whose POI merged into another. */
    public void movePoi(UUID newPoiId) {
        poiId = newPoiId;
    }

    public void requireNotMerged() {
        if (mergedInto != null) {
            throw new Conflict("organisation.merged");
        }
    }

    private static RuleViolation violation(String field, String key) {
        return new RuleViolation(List.of(Violation.of(field, key)));
    }

    public String name() {
        return name;
    }

    public OrganisationKind kind() {
        return kind;
    }

    public boolean isAlsoPoi() {
        return alsoPoi;
    }

    /** True where it may have moderators of a region. */
    public boolean isPoi() {
        return alsoPoi || kind == OrganisationKind.POI;
    }

    public String province() {
        return province;
    }

    public Set<String> poiProvinces() {
        return Set.copyOf(poiProvinces);
    }

    public UUID poiId() {
        return poiId;
    }

    public UUID mergedInto() {
        return mergedInto;
    }

    public boolean isFictional() {
        return fictional;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
