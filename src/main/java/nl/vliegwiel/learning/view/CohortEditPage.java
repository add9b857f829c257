package nl.vliegwiel.learning.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.learning.boundary.Cohort;
import nl.vliegwiel.learning.boundary.CohortService;
import nl.vliegwiel.learning.boundary.ProgrammeService;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.learning.domain.CohortText;
import nl.vliegwiel.learning.domain.Programme;
import nl.vliegwiel.learning.domain.Spread;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** A new cohort, or a change of one. */
@Named
@ViewScoped
public class CohortEditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private CohortService cohorts;

    @Inject
    private ProgrammeService programmes;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private int seenVersion;
    private boolean draft = true;
    private UUID programmeId;
    private String title;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private LocalDate enrolFrom;
    private LocalDate enrolUntil;
    private Integer capacity = 16;
    private Spread spread = Spread.NONE;
    private Integer spreadMost;
    private String language = "nl";
    private String place;
    private String link;
    private BigDecimal cost = BigDecimal.ZERO;
    private boolean employerDecides = true;
    private Integer claimHours = 48;
    private Integer offersAtOnce = 5;
    private String facilitators;

    @PostConstruct
    void load() {
        programmes.own();
        if (request.getParameter("id") == null) {
            return;
        }
        id = Address.id(request, "id", "cohort.notFound");
        Cohort cohort = cohorts.edit(id);
        seenVersion = cohort.version();
        draft = cohort.state() == CohortState.DRAFT;
        programmeId = cohort.programmeId();
        title = cohort.title();
        startsOn = cohort.startsOn();
        endsOn = cohort.endsOn();
        enrolFrom = cohort.enrolFrom().atZone(Zones.AMSTERDAM).toLocalDate();
        enrolUntil = cohort.enrolUntil().atZone(Zones.AMSTERDAM).minusMinutes(1).toLocalDate();
        capacity = cohort.capacity();
        spread = cohort.spread();
        spreadMost = cohort.spreadMost();
        language = cohort.language();
        place = cohort.place();
        link = cohort.link();
        cost = BigDecimal.valueOf(cohort.costCents(), 2);
        employerDecides = cohort.employerDecides();
        claimHours = cohort.claimHours();
        offersAtOnce = cohort.offersAtOnce();
        facilitators = String.join(", ", cohorts.addresses(id));
    }

    public String save() {
        CohortText text = new CohortText(programmeId, title, startsOn, endsOn, enrolFrom == null ? null : enrolFrom.atStartOfDay(),
            enrolUntil == null ? null : enrolUntil.equals(startsOn) ? enrolUntil.atTime(0, 1) : enrolUntil.plusDays(1).atStartOfDay(), capacity, spread, spreadMost, language, place, link,
            cost == null ? null : Integer.valueOf(cost.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue()), employerDecides, claimHours, offersAtOnce);
        List<String> others = facilitators == null ? List.of() : Arrays.stream(facilitators.split("[,;\\s]+")).filter(address -> !address.isBlank()).toList();
        Cohort kept = id == null ? cohorts.add(text, others) : cohorts.change(id, seenVersion, text, others);
        notices.done(Texts.of(languages.getLocale(), "cohortEdit.done"));
        return "/learning/cohort?faces-redirect=true&id=" + kept.id();
    }

    public List<Programme> getProgrammes() {
        return programmes.own();
    }

    public Spread[] getSpreads() {
        return Spread.values();
    }

    public boolean isDraft() {
        return draft;
    }

    public UUID getId() {
        return id;
    }

    public UUID getProgrammeId() {
        return programmeId;
    }

    public void setProgrammeId(UUID programmeId) {
        this.programmeId = programmeId;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public LocalDate getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    public LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public LocalDate getEnrolFrom() {
        return enrolFrom;
    }

    public void setEnrolFrom(LocalDate enrolFrom) {
        this.enrolFrom = enrolFrom;
    }

    public LocalDate getEnrolUntil() {
        return enrolUntil;
    }

    public void setEnrolUntil(LocalDate enrolUntil) {
        this.enrolUntil = enrolUntil;
    }

    public Integer getCapacity() {
        return capacity;
    }

    public void setCapacity(Integer capacity) {
        this.capacity = capacity;
    }

    public Spread getSpread() {
        return spread;
    }

    public void setSpread(Spread spread) {
        this.spread = spread;
    }

    public Integer getSpreadMost() {
        return spreadMost;
    }

    public void setSpreadMost(Integer spreadMost) {
        this.spreadMost = spreadMost;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public BigDecimal getCost() {
        return cost;
    }

    public void setCost(BigDecimal cost) {
        this.cost = cost;
    }

    public boolean isEmployerDecides() {
        return employerDecides;
    }

    public void setEmployerDecides(boolean employerDecides) {
        this.employerDecides = employerDecides;
    }

    public Integer getClaimHours() {
        return claimHours;
    }

    public void setClaimHours(Integer claimHours) {
        this.claimHours = claimHours;
    }

    public Integer getOffersAtOnce() {
        return offersAtOnce;
    }

    public void setOffersAtOnce(Integer offersAtOnce) {
        this.offersAtOnce = offersAtOnce;
    }

    public String getFacilitators() {
        return facilitators;
    }

    public void setFacilitators(String facilitators) {
        this.facilitators = facilitators;
    }
}
