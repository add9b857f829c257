package nl.vliegwiel.flexpool.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.release.Beforehand;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.persistence.VersionedEntity;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/**
 * A loan of one employee from a lending library to a borrowing one, for one shift.
 *
 * Born when an employee applies (which is her yes) or a borrower proposes her (which is its yes); definite after
 * three yeses to the same text (R1); ended by a no, a withdrawal or a cancellation; never deleted (R15). Consents
 * change together with the state. Another text makes a new version and asks all three anew; what was said to the old
 * text stays in the file. The text itself is another root, and so will be the hours.
 */
@Entity
@Table(name = "placement")
public class Placement extends VersionedEntity {
    @Column(name = "request_id")
    private UUID requestId;

    @Column(name = "shift_id")
    private UUID shiftId;

    @Column(name = "employee_id")
    private UUID employeeId;

    @Column(name = "lender_id")
    private UUID lenderId;

    @Column(name = "borrower_id")
    private UUID borrowerId;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "break_minutes")
    private int breakMinutes;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private PlacementState state;

    @Column(name = "text_version")
    private int textVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "waadi_ground")
    private WaadiGround waadiGround;

    @Column(name = "waadi_checked_on")
    private LocalDate waadiCheckedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "vat_ground")
    private VatGround vatGround;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private CancelReason endReason;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_by")
    private Party endedBy;

    @Column(name = "place_closed")
    private boolean placeClosed;

    @Column(name = "swap_id")
    private UUID swapId;

    @Column(name = "replaces_id")
    private UUID replacesId;

    @Column(name = "lender_asked_at")
    private Instant lenderAskedAt;

    @Column(name = "standby_confirmed_at")
    private Instant standbyConfirmedAt;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @OneToMany(mappedBy = "placement", cascade = CascadeType.PERSIST)
    private List<PlacementConsent> consents = new ArrayList<>();

    protected Placement() {
    }

    private Placement(UUID id) {
        super(id);
    }

    /**
     * The shift that is asked, and who lends whom to whom.
     *
     * @param lenderId her employer; the borrower itself for its own people
     */
    public record Loan(UUID requestId, UUID shiftId, UUID employeeId, UUID lenderId, UUID borrowerId, Period period, int breakMinutes) {
    }

    /** She applies: her yes to the first text. */
    public static Placement applied(UUID id, Loan loan, Instant at) {
        Placement placement = begun(id, loan, PlacementState.APPLIED, loan.employeeId(), at);
        placement.consent(Party.EMPLOYEE, Decision.YES, loan.employeeId(), 1, null, null, at);
        return placement;
    }

    /** She would come if nobody else does: no yes yet, she is asked again when she is called up (R13). */
    public static Placement standby(UUID id, Loan loan, Instant at) {
        return begun(id, loan, PlacementState.STANDBY, loan.employeeId(), at);
    }

    /** The borrower proposes her: its yes to the first text. */
    public static Placement proposed(UUID id, Loan loan, UUID by, Instant at) {
        Placement placement = begun(id, loan, PlacementState.PROPOSED, by, at);
        placement.consent(Party.BORROWER, Decision.YES, by, 1, null, null, at);
        return placement;
    }

    /**
     * What comes in the place of another placement by a swap: definite only together with all others of that swap.
     *
     * @param swapId the swap
     * @param replaces the placement of which this is the follower
     * @param by who made it; her yes to the first text where she is the employee
     */
    public static Placement swapped(UUID id, Loan loan, UUID swapId, UUID replaces, UUID by, Instant at) {
        Placement placement = begun(id, loan, PlacementState.PROPOSED, by, at);
        placement.swapId = swapId;
        placement.replacesId = replaces;
        if (by.equals(loan.employeeId())) {
            placement.consent(Party.EMPLOYEE, Decision.YES, by, 1, null, null, at);
        }
        return placement;
    }

    private static Placement begun(UUID id, Loan loan, PlacementState state, UUID by, Instant at) {
        Placement placement = new Placement(id);
        placement.requestId = loan.requestId();
        placement.shiftId = loan.shiftId();
        placement.employeeId = loan.employeeId();
        placement.lenderId = loan.lenderId();
        placement.borrowerId = loan.borrowerId();
        placement.startsAt = loan.period().start();
        placement.endsAt = loan.period().end();
        placement.breakMinutes = loan.breakMinutes();
        placement.state = state;
        placement.textVersion = 1;
        placement.waadiGround = WaadiGround.DEFAULT;
        placement.vatGround = VatGround.DEFAULT;
        placement.createdBy = by;
        placement.createdAt = at;
        placement.changedAt = at;
        return placement;
    }

    /** The grounds of its first text, where the two libraries agreed on others than the cautious ones; before it is kept. */
    public void underGrounds(WaadiGround waadi, VatGround vat) {
        waadiGround = waadi;
        vatGround = vat;
    }

    /**
     * A party says yes or no. The borrower's yes to a standby calls her up: she is asked then, nothing is decided for
     * her (R13). Its yes is also its check of the Waadi ground that the text names (R4).
     *
     * @param seenText version of the text that the person saw
     * @param no reason with a no; null for none given
     * @param release with the lender's yes: what it knew and why (R5); null otherwise
     * @return false when the party had said the same to the same text, and nothing changed
     * @throws StaleData {@code placement.consent.oldText} when another text holds now
     * @throws Conflict {@code placement.consent.twice} when the party said something else to this text;
     *         {@code placement.consent.notOpen} when nothing can be decided in this state;
     *         {@code placement.shift.begun} for a yes after the work began
     */
    public final boolean consent(Party party, Decision decision, UUID by, int seenText, CancelReason no, Release release, Instant at) {
        if (seenText != textVersion) {
            throw new StaleData("placement.consent.oldText", seenText, textVersion);
        }
        Decision said = said(party);
        if (said == decision) {
            return false;
        }
        if (said != null) {
            throw new Conflict("placement.consent.twice", party);
        }
        if (decision == Decision.YES && !at.isBefore(startsAt) && !state.isFinal()) {
            throw new Conflict("placement.shift.begun");
        }
        if (state == PlacementState.STANDBY && party == Party.BORROWER && decision == Decision.YES) {
            state = state.become(PlacementState.PROPOSED);
        }
        Consent consent = decision == Decision.YES ? Consent.yes(party, by, at, String.valueOf(seenText))
            : Consent.no(party, by, at, String.valueOf(seenText), no);
        PlacementState decided = standbyEnds(decision) ? state.become(PlacementState.DECLINED)
            : ThreeYeses.decide(state, consents(), consent, String.valueOf(textVersion)).state();
        // One of a swap waits for the others, so that no shift is ever empty and nobody in two places
        state = decided == PlacementState.CONFIRMED && swapId != null ? state : decided;
        if (state == PlacementState.DECLINED) {
            end(party, consent.reason());
        }
        if (party == Party.BORROWER && decision == Decision.YES) {
            waadiCheckedOn = at.atZone(Zones.AMSTERDAM).toLocalDate();
        }
        consents.add(new PlacementConsent(Ids.next(), this, consent, seenText, release));
        changedAt = at;
        return true;
    }

    /**
     * A yes that an employer gave before this placement was there comes to hold for it. Only for the first text, which
     * nobody changed, only once, and only with more than 48 hours to go (R13).
     *
     * @return false when that cannot be, and nothing changed
     */
    public final boolean consentBeforehand(Party party, Beforehand basis, Instant at) {
        if (party == Party.EMPLOYEE || textVersion != 1 || lenderAskedAt != null || said(party) != null || !state.takesConsent()
            || !ThreeYeses.mayActAutomatically(startsAt, at)) {
            return false;
        }
        Consent consent = Consent.yes(party, basis.by(), at, String.valueOf(textVersion));
        state = ThreeYeses.decide(state, consents(), consent, String.valueOf(textVersion)).state();
        if (party == Party.BORROWER) {
            waadiCheckedOn = at.atZone(Zones.AMSTERDAM).toLocalDate();
        }
        consents.add(new PlacementConsent(Ids.next(), this, consent, textVersion, party == Party.LENDER ? Release.of(null, List.of()) : null, basis));
        changedAt = at;
        return true;
    }

    private boolean standbyEnds(Decision decision) {
        return state == PlacementState.STANDBY && decision == Decision.NO;
    }

    /** All three said yes to the present text; it waits for the other placement of its swap only. */
    public boolean isAgreed() {
        return state.takesConsent() && missing().isEmpty();
    }

    /** @throws Conflict {@code placement.state.notNow} unless all three said yes */
    public void becomeDefiniteBySwap(Instant at) {
        if (swapId == null || !isAgreed()) {
            throw new Conflict("placement.state.notNow", state, PlacementState.CONFIRMED);
        }
        state = state.become(PlacementState.CONFIRMED);
        changedAt = at;
    }

    /**
     * A colleague comes instead.
     *
     * @throws Conflict {@code placement.state.notNow} unless it is definite; {@code placement.shift.begun}
     */
    public void handOver(Instant at) {
        if (state != PlacementState.CONFIRMED) {
            throw new Conflict("placement.state.notNow", state, PlacementState.CANCELLED);
        }
        if (!at.isBefore(startsAt)) {
            throw new Conflict("placement.shift.begun");
        }
        stop(Party.EMPLOYEE, CancelReason.SWAPPED, at);
    }

    /** What the party said to the present text; null for nothing yet. */
    public Decision said(Party party) {
        return consents.stream().filter(c -> c.party() == party && c.textVersion() == textVersion && counts(c))
            .map(PlacementConsent::decision).findFirst().orElse(null);
    }

    /** Whose yes to the present text is still waited for. */
    public Set<Party> missing() {
        return ThreeYeses.missing(consents(), String.valueOf(textVersion));
    }

    /** True when this party's yes would make it definite. */
    public boolean isLastYes(Party party) {
        return state.takesConsent() && missing().equals(Set.of(party));
    }

    /**
     * Another text: a new version that needs three new yeses.
     *
     * @throws Conflict {@code placement.state.notNow} once the work began or it has ended
     */
    public void changeText(WaadiGround waadi, VatGround vat, Instant at) {
        state = ThreeYeses.afterNewText(state);
        if (!at.isBefore(startsAt)) {
            throw new Conflict("placement.shift.begun");
        }
        textVersion++;
        waadiGround = waadi;
        vatGround = vat;
        waadiCheckedOn = null;
        changedAt = at;
    }

    /**
     * A party ends it.
     *
     * @throws Conflict {@code placement.state.notNow} when it has ended already
     */
    public void stop(Party party, CancelReason reason, Instant at) {
        state = state.stoppedBy(party);
        end(party, reason);
        changedAt = at;
    }

    /**
     * She takes back what is not definite yet; she need not say why (R11).
     *
     * @throws Conflict {@code placement.withdraw.notNow}
     */
    public void withdraw(Instant at) {
        if (!state.isOpen()) {
            throw new Conflict("placement.withdraw.notNow", state);
        }
        stop(Party.EMPLOYEE, CancelReason.NOT_GIVEN, at);
    }

    /** The borrower needs nobody in its place any more. */
    public void closePlace() {
        placeClosed = true;
    }

    /**
     * The borrower needs somebody in its place after all; everybody is asked anew, this placement stays ended (R15).
     *
     * @throws Conflict {@code placement.reopen.notClosed}, {@code placement.shift.begun}
     */
    public void reopenPlace(Instant at) {
        if (!placeClosed) {
            throw new Conflict("placement.reopen.notClosed");
        }
        if (!at.isBefore(startsAt)) {
            throw new Conflict("placement.shift.begun");
        }
        placeClosed = false;
        changedAt = at;
    }

    /**
     * The borrower saw nobody.
     *
     * @throws Conflict {@code placement.noShow.notBegun} before the start; {@code placement.state.notNow} for what is not definite
     */
    public void missed(Instant at) {
        PlacementState next = state.become(PlacementState.NO_SHOW);
        if (at.isBefore(startsAt)) {
            throw new Conflict("placement.noShow.notBegun");
        }
        state = next;
        changedAt = at;
    }

    /**
     * Somebody came after all: what was written down was a mistake. The state machine knows no way back, for nobody
     * but who wrote it may take it back.
     *
     * @throws Conflict {@code placement.noShow.none}
     */
    public void cameAfterAll(Instant at) {
        requireMissed();
        state = PlacementState.CONFIRMED;
        changedAt = at;
    }

    /** A party adds its view. @throws Conflict {@code placement.noShow.none} */
    public void seenOtherwise(Instant at) {
        requireMissed();
        changedAt = at;
    }

    private void requireMissed() {
        if (state != PlacementState.NO_SHOW) {
            throw new Conflict("placement.noShow.none");
        }
    }

    /**
     * She still stands by, asked or not.
     *
     * @return false when she had said so already
     * @throws Conflict {@code placement.standby.notNow} when she does not stand by, or the work has begun
     */
    public boolean confirmStandby(Instant at) {
        if (state != PlacementState.STANDBY || !at.isBefore(startsAt)) {
            throw new Conflict("placement.standby.notNow");
        }
        if (standbyConfirmedAt != null) {
            return false;
        }
        standbyConfirmedAt = at;
        changedAt = at;
        return true;
    }

    /** Both employers agree on the hours (R12); once closed it stays so, also while a correction is looked at. */
    public void closeHours(Instant at) {
        if (state == PlacementState.CONFIRMED) {
            state = state.become(PlacementState.RUNNING);
        }
        if (state == PlacementState.RUNNING) {
            state = state.become(PlacementState.HOURS_CLOSED);
            changedAt = at;
        }
    }

    private void end(Party party, CancelReason reason) {
        endedBy = party;
        endReason = reason;
    }

    /** True when the lender knew every one of these findings at the yes that counts (R5, R6). */
    public boolean lenderKnew(Collection<Finding> findings) {
        return consents.stream().filter(c -> c.party() == Party.LENDER && c.textVersion() == textVersion && counts(c))
            .anyMatch(c -> Release.covers(c.knownFindings(), findings));
    }

    /** What the lender said until now no longer counts; it is asked again (R5). What it said stays in the file (R15). */
    public void askLenderAgain(Instant at) {
        lenderAskedAt = at;
        changedAt = at;
    }

    private boolean counts(PlacementConsent consent) {
        return consent.party() != Party.LENDER || lenderAskedAt == null || consent.at().isAfter(lenderAskedAt);
    }

    private List<Consent> consents() {
        return consents.stream().filter(this::counts).map(PlacementConsent::consent).sorted(Comparator.comparing(Consent::at)).toList();
    }

    /** She applied, or said yes to any text: from then on the borrower may know her name (R10). */
    public boolean sheCameForward() {
        return Objects.equals(createdBy, employeeId)
            || consents.stream().anyMatch(c -> c.party() == Party.EMPLOYEE && c.decision() == Decision.YES);
    }

    public UUID requestId() {
        return requestId;
    }

    public UUID shiftId() {
        return shiftId;
    }

    public UUID employeeId() {
        return employeeId;
    }

    public UUID lenderId() {
        return lenderId;
    }

    public UUID borrowerId() {
        return borrowerId;
    }

    public Period period() {
        return new Period(startsAt, endsAt);
    }

    public int breakMinutes() {
        return breakMinutes;
    }

    public PlacementState state() {
        return state;
    }

    public int textVersion() {
        return textVersion;
    }

    public LocalDate waadiCheckedOn() {
        return waadiCheckedOn;
    }

    /** The swap that it is part of; null for none. */
    public UUID swapId() {
        return swapId;
    }

    /** The placement that it follows by a swap; null for none. */
    public UUID replacesId() {
        return replacesId;
    }

    public boolean isPlaceClosed() {
        return placeClosed;
    }

    public CancelReason endReason() {
        return endReason;
    }

    public Party endedBy() {
        return endedBy;
    }
}
