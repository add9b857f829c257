package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Lending;
import nl.vliegwiel.flexpool.boundary.LendingService;
import nl.vliegwiel.flexpool.boundary.SaveLending;
import nl.vliegwiel.flexpool.domain.release.Blackout;
import nl.vliegwiel.flexpool.domain.release.BlackoutReason;
import nl.vliegwiel.flexpool.domain.release.StandingRelease;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** "Uitlenen: onze afspraken": the coming weeks first, then what can be agreed, one thing at a time. */
@Named
@ViewScoped
public class LendingPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);
    private static final int MOST_DIGITS = 8;

    @Inject
    private LendingService service;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID organisationId;
    private int seenVersion;
    private List<Closed> seenBlackouts = new ArrayList<>();
    private transient Lending lending;
    private transient LendingService.Choices choices;
    private transient String opened;

    private String hoursPerWeek;
    private String reactionHours;
    private String start;
    private String end;
    private BlackoutReason blackoutReason;
    private String toWhom;
    private UUID employeeId;
    private String standingHours;
    private String shiftHours = "8";
    private String validFrom;
    private String validTo;

    /** A black-out as it was on the screen. */
    private record Closed(LocalDate start, LocalDate end, BlackoutReason reason) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** @throws NotFound for an address of no organisation */
    public void load() {
        String asked = request.getParameter("organisation");
        try {
            organisationId = asked == null || asked.isEmpty() ? actor.get().actingFor() : UUID.fromString(asked);
        } catch (IllegalArgumentException e) {
            throw new NotFound("release.notFound");
        }
        if (organisationId == null) {
            throw new NotFound("release.notFound");
        }
        Lending now = getLending();
        hoursPerWeek = now.minutesPerWeek() == null ? "" : hours(now.minutesPerWeek());
        reactionHours = now.reactionHours() == null ? "" : now.reactionHours().toString();
        validFrom = now.today().toString();
        validTo = now.today().plusMonths(3).toString();
    }

    /** What is drawn now is what the next change is about. */
    public void draw() {
        lending = null;
        seenVersion = getLending().version();
        seenBlackouts = new ArrayList<>();
        getLending().blackouts().forEach(one -> seenBlackouts.add(new Closed(one.start(), one.end(), one.reason())));
    }

    public Lending getLending() {
        if (lending == null) {
            lending = service.lending(organisationId);
        }
        return lending;
    }

    /** The part that stays open because what was sent from it could not be done; null for none. */
    public String getOpened() {
        return opened;
    }

    public String saveFigures() {
        List<Violation> faults = new ArrayList<>();
        Integer minutes = minutes("hoursPerWeek", hoursPerWeek, faults);
        Integer reaction = number("reactionHours", reactionHours, faults);
        RuleViolation.throwIfAny(faults);
        return save(minutes, reaction, blackouts(), "lending.done.figures");
    }

    public String addBlackout() {
        opened = "blackout";
        List<Violation> faults = new ArrayList<>();
        LocalDate first = day("start", start, faults);
        LocalDate last = day("end", end, faults);
        if (blackoutReason == null) {
            faults.add(Violation.of("blackoutReason", "release.blackout.reasonMissing"));
        }
        RuleViolation.throwIfAny(faults);
        List<Blackout> all = blackouts();
        all.add(new Blackout(first, last, blackoutReason));
        try {
            return save(getLending().minutesPerWeek(), getLending().reactionHours(), all, "lending.done.blackout");
        } catch (RuleViolation refusal) {
            // The form has one black-out: the fault is told at its fields, not at those of a list
            throw new RuleViolation(refusal.violations().stream()
                .map(one -> new Violation(one.field().replaceFirst(".*\\.", ""), one.key(), one.arguments())).toList());
        }
    }

    /** @param blackout as it stands on the page */
    public String removeBlackout(Blackout blackout) {
        List<Blackout> all = blackouts();
        all.remove(blackout);
        return save(getLending().minutesPerWeek(), getLending().reactionHours(), all, "lending.done.blackoutGone");
    }

    private List<Blackout> blackouts() {
        List<Blackout> all = new ArrayList<>();
        seenBlackouts.forEach(one -> all.add(new Blackout(one.start(), one.end(), one.reason())));
        return all;
    }

    private String save(Integer minutes, Integer reaction, List<Blackout> blackouts, String done) {
        service.save(new SaveLending(organisationId, seenVersion, minutes, reaction, blackouts, null));
        return done(done);
    }

    public String giveStanding() {
        opened = "standing";
        List<Violation> faults = new ArrayList<>();
        Integer week = minutes("standingHours", standingHours, faults);
        Integer shift = minutes("shiftHours", shiftHours, faults);
        LocalDate from = day("validFrom", validFrom, faults);
        LocalDate to = day("validTo", validTo, faults);
        String[] whom = toWhom == null ? new String[0] : toWhom.split(":", 2);
        if (whom.length < 2) {
            faults.add(Violation.of("toWhom", "release.standing.toWhom"));
        }
        RuleViolation.throwIfAny(faults);
        boolean region = whom[0].equals("region");
        UUID id = UUID.fromString(whom[1]);
        try {
            service.giveStanding(organisationId, new StandingRelease.Wanted(region ? null : id, region ? id : null, employeeId, week, shift, from, to));
        } catch (RuleViolation refusal) {
            throw new RuleViolation(refusal.violations().stream().map(one -> new Violation(standingField(one.field()), one.key(), one.arguments())).toList());
        }
        return done("lending.done.standing");
    }

    private static String standingField(String field) {
        return switch (field) {
            case "borrowerId", "regionId" -> "toWhom";
            case "minutesPerWeek" -> "standingHours";
            case "maxShiftMinutes" -> "shiftHours";
            default -> field;
        };
    }

    public String revoke(StandingRelease standing) {
        service.revokeStanding(standing.id());
        return done("lending.done.revoked");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/flexpool/lending?faces-redirect=true&organisation=" + organisationId;
    }

    /** @param typed hours, also a part of one; empty for none */
    private static Integer minutes(String field, String typed, List<Violation> faults) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String plain = typed.strip().replace(',', '.');
        if (plain.length() > MOST_DIGITS || !plain.matches("\\d+(\\.\\d{1,2})?")) {
            faults.add(Violation.of(field, "release.hours.unreadable"));
            return null;
        }
        return new BigDecimal(plain).multiply(HOUR).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private static Integer number(String field, String typed, List<Violation> faults) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.strip().matches("\\d{1,4}")) {
            faults.add(Violation.of(field, "release.hours.unreadable"));
            return null;
        }
        return Integer.valueOf(typed.strip());
    }

    private static LocalDate day(String field, String typed, List<Violation> faults) {
        try {
            return LocalDate.parse(typed == null ? "" : typed.strip());
        } catch (DateTimeParseException e) {
            faults.add(Violation.of(field, "release.date.missing"));
            return null;
        }
    }

    private String hours(int minutes) {
        return Formats.in(languages.getLocale()).number(BigDecimal.valueOf(minutes).divide(HOUR, 2, RoundingMode.HALF_UP).stripTrailingZeros()).replace(".", "");
    }

    /** In one sentence, as it would be read out. */
    public String sentence(StandingRelease one) {
        Formats formats = Formats.in(languages.getLocale());
        String whom = one.regionName() == null ? one.borrowerName() : text("lending.standing.region", one.regionName());
        String who = one.employeeName() == null ? text("lending.standing.everybody") : one.employeeName();
        return text("lending.standing.sentence", who, whom, formats.hours(one.minutesPerWeek()), formats.hours(one.maxShiftMinutes()));
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }

    private LendingService.Choices choices() {
        if (choices == null) {
            choices = service.choices(organisationId);
        }
        return choices;
    }

    public Map<UUID, String> getLibraries() {
        return choices().libraries();
    }

    public Map<UUID, String> getRegions() {
        return choices().regions();
    }

    public Map<UUID, String> getEmployees() {
        return choices().employees();
    }

    public BlackoutReason[] getBlackoutReasons() {
        return BlackoutReason.values();
    }

    public String getHoursPerWeek() {
        return hoursPerWeek;
    }

    public void setHoursPerWeek(String hoursPerWeek) {
        this.hoursPerWeek = hoursPerWeek;
    }

    public String getReactionHours() {
        return reactionHours;
    }

    public void setReactionHours(String reactionHours) {
        this.reactionHours = reactionHours;
    }

    public String getStart() {
        return start;
    }

    public void setStart(String start) {
        this.start = start;
    }

    public String getEnd() {
        return end;
    }

    public void setEnd(String end) {
        this.end = end;
    }

    public BlackoutReason getBlackoutReason() {
        return blackoutReason;
    }

    public void setBlackoutReason(BlackoutReason blackoutReason) {
        this.blackoutReason = blackoutReason;
    }

    public String getToWhom() {
        return toWhom;
    }

    public void setToWhom(String toWhom) {
        this.toWhom = toWhom;
    }

    public UUID getEmployeeId() {
        return employeeId;
    }

    public void setEmployeeId(UUID employeeId) {
        this.employeeId = employeeId;
    }

    public String getStandingHours() {
        return standingHours;
    }

    public void setStandingHours(String standingHours) {
        this.standingHours = standingHours;
    }

    public String getShiftHours() {
        return shiftHours;
    }

    public void setShiftHours(String shiftHours) {
        this.shiftHours = shiftHours;
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
}
