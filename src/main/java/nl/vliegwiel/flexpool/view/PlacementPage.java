package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.AgreementTermsService;
import nl.vliegwiel.flexpool.boundary.Attendance;
import nl.vliegwiel.flexpool.boundary.AttendanceService;
import nl.vliegwiel.flexpool.boundary.AuditLine;
import nl.vliegwiel.flexpool.boundary.AuditService;
import nl.vliegwiel.flexpool.boundary.Cancel;
import nl.vliegwiel.flexpool.boundary.CancelPreview;
import nl.vliegwiel.flexpool.boundary.ChangeTerms;
import nl.vliegwiel.flexpool.boundary.FavouriteService;
import nl.vliegwiel.flexpool.boundary.GiveConsent;
import nl.vliegwiel.flexpool.boundary.HoursService;
import nl.vliegwiel.flexpool.boundary.Induction;
import nl.vliegwiel.flexpool.boundary.InductionService;
import nl.vliegwiel.flexpool.boundary.LendingService;
import nl.vliegwiel.flexpool.boundary.PlacementDetail;
import nl.vliegwiel.flexpool.boundary.PlacementEndService;
import nl.vliegwiel.flexpool.boundary.PlacementService;
import nl.vliegwiel.flexpool.boundary.SwapService;
import nl.vliegwiel.flexpool.boundary.SwapView;
import nl.vliegwiel.flexpool.boundary.Withdraw;
import nl.vliegwiel.flexpool.domain.AttendanceView;
import nl.vliegwiel.flexpool.domain.CancelReason;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.SwapKind;
import nl.vliegwiel.flexpool.domain.agreement.VatCondition;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import nl.vliegwiel.flexpool.domain.release.ReleaseRoom;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/**
 * One placement: what is asked of whom, what it means in hours and money, yes or no, and how to end it. A decision
 * carries the version that was last on the screen, so that nobody decides about what she did not see.
 */
@Named
@ViewScoped
public class PlacementPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 100;
    private static final SwapView NONE = new SwapView(null, 0, null, null, null, null, null, null, List.of(), null, false, false, List.of());

    @Inject
    private PlacementService placements;

    @Inject
    private PlacementEndService ends;

    @Inject
    private AgreementTermsService agreementTerms;

    @Inject
    private AttendanceService attendances;

    @Inject
    private HoursService hours;

    @Inject
    private SwapService swaps;

    @Inject
    private AuditService audit;

    @Inject
    private FavouriteService favourites;

    @Inject
    private LendingService lending;

    @Inject
    private InductionService inductions;

    @Inject
    private PlacementWords words;

    @Inject
    private CurrentActor actor;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private UUID id;
    private int seenVersion;
    private int seenText;
    private transient PlacementDetail detail;
    private transient List<AuditLine> history;
    private transient Attendance attendance;
    private transient SwapView swap;
    private transient List<CancelPreview> previews;
    private transient String opened;
    private transient Optional<ReleaseRoom> room;
    private transient Optional<Induction.OfPlacement> induction;

    private String justification;
    private CancelReason noReason;
    private CancelReason cancelReason;
    private boolean closePlace = true;
    private boolean lateConfirmed;
    private AttendanceView attendanceView;
    private SwapKind swapKind = SwapKind.HANDOVER;
    private String email;
    private String taskDescription;
    private String functionAtBorrower;
    private WaadiGround waadiGround;
    private WttaPosition wttaPosition;
    private VatGround vatGround;
    private List<VatCondition> vatConditions = new ArrayList<>();

    /** @throws NotFound for an address without the id of a placement that this person may see */
    public void load() {
        try {
            id = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("placement.notFound");
        }
        fillTerms();
    }

    /** What is drawn now is what the next decision is about. */
    public void draw() {
        detail = null;
        room = null;
        induction = null;
        history = null;
        attendance = null;
        swap = null;
        previews = null;
        seenVersion = getDetail().version();
        seenText = getDetail().textVersion();
    }

    /** What the lender's own agreements say, for who decides as lender; null where they say nothing. */
    public ReleaseRoom getRoom() {
        if (room == null) {
            room = lending.room(id);
        }
        return room.orElse(null);
    }

    /** What there is to know before the first shift at the branch; null as long as nothing is definite. */
    public Induction.OfPlacement getInduction() {
        if (induction == null) {
            induction = inductions.ofPlacement(id);
        }
        return induction.orElse(null);
    }

    /** The reader decides for the library where the work is. */
    public boolean isBorrowerHere() {
        return getDetail().me().parties().contains(Party.BORROWER);
    }

    /** A yes of the lender would go against its own agreements. */
    public boolean isBeyond() {
        return getRoom() != null && getRoom().isBeyond();
    }

    /** The part that stays open because what was sent from it could not be done; null for none. */
    public String getOpened() {
        return opened;
    }

    private void fillTerms() {
        PlacementDetail.Terms terms = getDetail().terms();
        taskDescription = terms.taskDescription();
        functionAtBorrower = terms.functionAtBorrower();
        waadiGround = terms.waadiGround();
        wttaPosition = terms.wttaPosition();
        vatGround = terms.vatGround();
        vatConditions = new ArrayList<>(terms.vatConditions());
    }

    public PlacementDetail getDetail() {
        if (detail == null) {
            detail = placements.detail(id);
        }
        return detail;
    }

    public List<AuditLine> getHistory() {
        if (history == null) {
            history = audit.lines(id, 0, LINES);
        }
        return history;
    }

    /** @param party in whose name */
    public String yes(Party party) {
        opened = "yes";
        PlacementDetail after = placements.giveConsent(new GiveConsent(id, seenVersion, party, Decision.YES, seenText, justification));
        boolean lenderAgain = party != Party.LENDER && words.lenderAskedAgain(after);
        notices.done(text(after.state().isBooked() ? "placement.done.definite" : lenderAgain ? "placement.done.lenderAgain" : "placement.done.yes"));
        return self();
    }

    /** @param party in whose name */
    public String no(Party party) {
        opened = "no";
        placements.giveConsent(new GiveConsent(id, seenVersion, party, Decision.NO, seenText, name(noReason)));
        notices.done(text("placement.done.no"));
        return self();
    }

    /** @param party in whose name */
    public String cancel(Party party) {
        opened = "cancel" + party;
        ends.cancel(new Cancel(id, seenVersion, party, name(cancelReason), party == Party.BORROWER && closePlace, lateConfirmed));
        notices.done(text("placement.done.cancelled." + party));
        return self();
    }

    /** What would happen if it ended now, for each party in whose name she may end it; as employee of what is not definite she withdraws instead. */
    public List<CancelPreview> getPreviews() {
        if (previews == null) {
            previews = getDetail().me().mayCancel().stream().filter(party -> !(party == Party.EMPLOYEE && getDetail().me().mayWithdraw())).sorted()
                .map(party -> ends.cancelPreview(id, party)).toList();
        }
        return previews;
    }

    /** The borrower closed its place and may open it again. */
    public boolean isMayReopen() {
        return getDetail().me().mayReopen();
    }

    public String reopen() {
        ends.reopen(id, seenVersion);
        notices.done(text("placement.done.reopened"));
        return self();
    }

    public Attendance getAttendance() {
        if (attendance == null) {
            attendance = attendances.attendance(id);
        }
        return attendance;
    }

    public String missed() {
        attendances.record(id, seenVersion);
        notices.done(text("placement.done.noShow"));
        return self();
    }

    public String cameAfterAll() {
        attendances.undo(id, seenVersion);
        notices.done(text("placement.done.noShowUndone"));
        return self();
    }

    /** @param party in whose name */
    public String addView(Party party) {
        opened = "view";
        attendances.add(id, seenVersion, party, attendanceView);
        notices.done(text("placement.done.view"));
        return self();
    }

    public List<AttendanceView> views(Party party) {
        return AttendanceView.of(party);
    }

    public String withdraw() {
        ends.withdraw(new Withdraw(id, seenVersion));
        notices.done(text("placement.done.withdrawn"));
        return self();
    }

    public String changeTerms() {
        opened = "terms";
        agreementTerms.changeTerms(new ChangeTerms(id, seenVersion, taskDescription, functionAtBorrower, waadiGround, wttaPosition, vatGround,
            Set.copyOf(vatConditions), null));
        notices.done(text("placement.done.terms"));
        return self();
    }

    /** There are hours or there can be, also where it was cut short. */
    public boolean isWorked() {
        return hours.hasHours(id);
    }

    /** It is or will be settled, and she settles for the library that she acts for. */
    public boolean isSettled() {
        UUID mine = actor.get().actingFor();
        PlacementDetail p = getDetail();
        return isWorked() && !p.lenderId().equals(p.borrowerId()) && (p.lenderId().equals(mine) || p.borrowerId().equals(mine))
            && (actor.get().has(Role.HR_MANAGER, mine) || actor.get().has(Role.FINANCE, mine));
    }

    /** In which it was worked, such as 2027Q1. */
    public String getQuarter() {
        return Quarter.of(getDetail().start().atZone(Zones.AMSTERDAM).toLocalDate()).name();
    }

    /** The swap that this placement takes part in or took part in, for its two people; null for none. */
    public SwapView getSwap() {
        if (swap == null) {
            swap = swaps.ofPlacement(id).orElse(NONE);
        }
        return swap == NONE ? null : swap;
    }

    /** She can ask a colleague: it is hers, definite and not part of a swap. */
    public boolean isMaySwap() {
        return getDetail().me().employee() && getDetail().state() == PlacementState.CONFIRMED && (getSwap() == null || !getSwap().state().isOpen());
    }

    public String askSwap() {
        opened = "swap";
        SwapView asked = swaps.ask(id, email, swapKind);
        notices.done(text("swap.done.asked"));
        return "/flexpool/swap?faces-redirect=true&id=" + asked.id();
    }

    public SwapKind[] getSwapKinds() {
        return SwapKind.values();
    }

    public SwapKind getSwapKind() {
        return swapKind;
    }

    public void setSwapKind(SwapKind swapKind) {
        this.swapKind = swapKind;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public boolean isMayAskFavourite() {
        return favourites.mayAsk(id);
    }

    public String askFavourite() {
        favourites.ask(id);
        notices.done(text("favourites.done.asked"));
        return self();
    }

    /** The frame keeps the query of this page in the address. */
    private String self() {
        return "/flexpool/placement?faces-redirect=true";
    }

    /** Parties in whose name she may decide now, her own first. */
    public List<Party> getDecisions() {
        Set<Party> may = EnumSet.noneOf(Party.class);
        may.addAll(getDetail().me().mayConsent());
        if (getDetail().me().mayCallUp()) {
            may.add(Party.BORROWER);
        }
        return List.copyOf(may);
    }

    public boolean isSoftFinding() {
        return getDetail().findings().stream().anyMatch(finding -> !finding.isHard());
    }

    public boolean isHardFinding() {
        return getDetail().findings().stream().anyMatch(finding -> finding.isHard());
    }

    private static String name(CancelReason reason) {
        return reason == null ? null : reason.name();
    }

    private String text(String key) {
        return Texts.of(languages.getLocale(), key);
    }

    public UUID getId() {
        return id;
    }

    public List<CancelReason> getReasons() {
        return CancelReason.choices();
    }

    public WaadiGround[] getWaadiGrounds() {
        return WaadiGround.values();
    }

    public WttaPosition[] getWttaPositions() {
        return WttaPosition.values();
    }

    public VatGround[] getVatGrounds() {
        return VatGround.values();
    }

    public VatCondition[] getAllVatConditions() {
        return VatCondition.values();
    }

    public String getJustification() {
        return justification;
    }

    public void setJustification(String justification) {
        this.justification = justification;
    }

    public CancelReason getNoReason() {
        return noReason;
    }

    public void setNoReason(CancelReason noReason) {
        this.noReason = noReason;
    }

    public CancelReason getCancelReason() {
        return cancelReason;
    }

    public void setCancelReason(CancelReason cancelReason) {
        this.cancelReason = cancelReason;
    }

    public boolean isClosePlace() {
        return closePlace;
    }

    public void setClosePlace(boolean closePlace) {
        this.closePlace = closePlace;
    }

    public boolean isLateConfirmed() {
        return lateConfirmed;
    }

    public void setLateConfirmed(boolean lateConfirmed) {
        this.lateConfirmed = lateConfirmed;
    }

    public AttendanceView getAttendanceView() {
        return attendanceView;
    }

    public void setAttendanceView(AttendanceView attendanceView) {
        this.attendanceView = attendanceView;
    }

    public String getTaskDescription() {
        return taskDescription;
    }

    public void setTaskDescription(String taskDescription) {
        this.taskDescription = taskDescription;
    }

    public String getFunctionAtBorrower() {
        return functionAtBorrower;
    }

    public void setFunctionAtBorrower(String functionAtBorrower) {
        this.functionAtBorrower = functionAtBorrower;
    }

    public WaadiGround getWaadiGround() {
        return waadiGround;
    }

    public void setWaadiGround(WaadiGround waadiGround) {
        this.waadiGround = waadiGround;
    }

    public WttaPosition getWttaPosition() {
        return wttaPosition;
    }

    public void setWttaPosition(WttaPosition wttaPosition) {
        this.wttaPosition = wttaPosition;
    }

    public VatGround getVatGround() {
        return vatGround;
    }

    public void setVatGround(VatGround vatGround) {
        this.vatGround = vatGround;
    }

    public List<VatCondition> getVatConditions() {
        return vatConditions;
    }

    public void setVatConditions(List<VatCondition> vatConditions) {
        this.vatConditions = vatConditions == null ? new ArrayList<>() : new ArrayList<>(vatConditions);
    }
}
