package nl.vliegwiel.flexpool.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.release.Beforehand;

/** What one party said to one text; written once, never changed (R1, R15). */
@Entity
@Table(name = "placement_consent")
public class PlacementConsent {
    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "placement_id")
    private Placement placement;

    @Enumerated(EnumType.STRING)
    @Column(name = "party")
    private Party party;

    @Enumerated(EnumType.STRING)
    @Column(name = "decision")
    private Decision decision;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "at")
    private Instant at;

    @Column(name = "text_version")
    private int textVersion;

    @Column(name = "reason")
    private String reason;

    @Column(name = "known_findings")
    private String knownFindings;

    @Column(name = "standing_release_id")
    private UUID standingReleaseId;

    @Column(name = "favourite_id")
    private UUID favouriteId;

    @Column(name = "given_at")
    private Instant givenAt;

    protected PlacementConsent() {
    }

    PlacementConsent(UUID id, Placement placement, Consent consent, int textVersion, Release release) {
        this.id = id;
        this.placement = placement;
        this.party = consent.party();
        this.decision = consent.decision();
        this.personId = consent.by();
        this.at = consent.at();
        this.textVersion = textVersion;
        this.reason = consent.reason() != null ? consent.reason().name() : release == null ? null : release.justification();
        this.knownFindings = release == null ? null : release.kept();
    }

    PlacementConsent(UUID id, Placement placement, Consent consent, int textVersion, Release release, Beforehand basis) {
        this(id, placement, consent, textVersion, release);
        this.standingReleaseId = basis.standingReleaseId();
        this.favouriteId = basis.favouriteId();
        this.givenAt = basis.givenAt();
    }

    public Party party() {
        return party;
    }

    public Decision decision() {
        return decision;
    }

    public int textVersion() {
        return textVersion;
    }

    Instant at() {
        return at;
    }

    String knownFindings() {
        return knownFindings;
    }

    Consent consent() {
        CancelReason why = decision == Decision.NO ? CancelReason.valueOf(reason) : null;
        return new Consent(party, decision, personId, at, String.valueOf(textVersion), why);
    }

    @Override
    public final boolean equals(Object other) {
        return this == other || other instanceof PlacementConsent that && id != null && id.equals(that.id);
    }

    @Override
    public final int hashCode() {
        return id == null ? 0 : id.hashCode();
    }
}
