package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Frame;
import nl.vliegwiel.flexpool.boundary.FrameService;
import nl.vliegwiel.flexpool.domain.agreement.VatCondition;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import nl.vliegwiel.flexpool.domain.frame.FrameTerms;
import nl.vliegwiel.flexpool.domain.frame.LiabilityTerms;
import nl.vliegwiel.flexpool.domain.frame.TravelTerms;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** One frame agreement: to propose without an id in the address; with one to read, to answer, to change, to end. */
@Named
@ViewScoped
public class FramePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private FrameService service;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private Clock clock;

    private UUID id;
    private int seenVersion;
    private int seenText;
    private transient Frame frame;
    private transient Map<UUID, String> libraries;
    private transient String opened;

    private UUID otherId;
    private String validFrom;
    private String validTo;
    private WaadiGround waadiGround;
    private WttaPosition wttaPosition;
    private VatGround vatGround;
    private List<VatCondition> vatConditions = new ArrayList<>();
    private TravelTerms travel;
    private LiabilityTerms liability;
    private String noticeMonths;
    private String special;

    /** @throws NotFound for an address of none that the reader's library is in */
    public void load() {
        String asked = request.getParameter("id");
        if (asked == null) {
            getLibraries();
            fill(FrameTerms.cautious(LocalDate.now(clock.withZone(Zones.AMSTERDAM))));
            return;
        }
        try {
            id = UUID.fromString(asked);
        } catch (IllegalArgumentException e) {
            throw new NotFound("frame.notFound");
        }
        fill(getFrame().terms());
    }

    private void fill(FrameTerms terms) {
        validFrom = terms.validFrom().toString();
        validTo = terms.validTo() == null ? "" : terms.validTo().toString();
        waadiGround = terms.waadiGround();
        wttaPosition = terms.wttaPosition();
        vatGround = terms.vatGround();
        vatConditions = new ArrayList<>(terms.vatConditions());
        travel = terms.travel();
        liability = terms.liability();
        noticeMonths = terms.noticeMonths().toString();
        special = terms.special();
    }

    /** What is drawn now is what the next step is about. */
    public void draw() {
        if (id != null) {
            frame = null;
            seenVersion = getFrame().version();
            seenText = getFrame().textVersion();
        }
    }

    public boolean isNew() {
        return id == null;
    }

    public Frame getFrame() {
        if (frame == null && id != null) {
            frame = service.frame(id);
        }
        return frame;
    }

    public String getOpened() {
        return opened;
    }

    /** Libraries with whom it can be agreed, for a new one. */
    public Map<UUID, String> getLibraries() {
        if (libraries == null) {
            libraries = service.libraries(actor.get().actingFor());
        }
        return libraries;
    }

    public String propose() {
        id = service.propose(actor.get().actingFor(), otherId, typed()).id();
        return done("frame.done.proposed");
    }

    public String yes(UUID organisation) {
        service.answer(id, seenVersion, seenText, organisation, true);
        return done("frame.done.yes");
    }

    public String no(UUID organisation) {
        service.answer(id, seenVersion, seenText, organisation, false);
        return done("frame.done.no");
    }

    public String change(UUID organisation) {
        opened = "change";
        service.change(id, seenVersion, organisation, typed());
        return done("frame.done.changed");
    }

    public String terminate() {
        UUID mine = actor.get().has(Role.HR_MANAGER, getFrame().one().id()) ? getFrame().one().id() : getFrame().other().id();
        service.terminate(id, seenVersion, mine);
        return done("frame.done.terminated");
    }

    private FrameTerms typed() {
        List<Violation> faults = new ArrayList<>();
        LocalDate from = day("validFrom", validFrom, faults);
        LocalDate to = validTo == null || validTo.isBlank() ? null : day("validTo", validTo, faults);
        Integer notice = noticeMonths != null && noticeMonths.strip().matches("\\d{1,3}") ? Integer.valueOf(noticeMonths.strip()) : null;
        RuleViolation.throwIfAny(faults);
        return new FrameTerms(from, to, waadiGround, wttaPosition, vatGround, new HashSet<>(vatConditions), travel, liability, notice, special);
    }

    private static LocalDate day(String field, String typed, List<Violation> faults) {
        try {
            return LocalDate.parse(typed == null ? "" : typed.strip());
        } catch (DateTimeParseException e) {
            faults.add(Violation.of(field, "frame.date.missing"));
            return null;
        }
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/flexpool/frame?faces-redirect=true&id=" + id;
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

    public TravelTerms[] getTravels() {
        return TravelTerms.values();
    }

    public LiabilityTerms[] getLiabilities() {
        return LiabilityTerms.values();
    }

    public UUID getOtherId() {
        return otherId;
    }

    public void setOtherId(UUID otherId) {
        this.otherId = otherId;
    }

    public String getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(String validFrom) {
        this.validFrom = validFrom;
    }

    public String getValidTo() {
        return validTo;
    }

    public void setValidTo(String validTo) {
        this.validTo = validTo;
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
        this.vatConditions = vatConditions;
    }

    public TravelTerms getTravel() {
        return travel;
    }

    public void setTravel(TravelTerms travel) {
        this.travel = travel;
    }

    public LiabilityTerms getLiability() {
        return liability;
    }

    public void setLiability(LiabilityTerms liability) {
        this.liability = liability;
    }

    public String getNoticeMonths() {
        return noticeMonths;
    }

    public void setNoticeMonths(String noticeMonths) {
        this.noticeMonths = noticeMonths;
    }

    public String getSpecial() {
        return special;
    }

    public void setSpecial(String special) {
        this.special = special;
    }
}
