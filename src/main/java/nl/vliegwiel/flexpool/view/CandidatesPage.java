package nl.vliegwiel.flexpool.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.boundary.Candidate;
import nl.vliegwiel.flexpool.boundary.CandidateList;
import nl.vliegwiel.flexpool.boundary.CandidateService;
import nl.vliegwiel.flexpool.boundary.CandidateService.Wanted;
import nl.vliegwiel.flexpool.boundary.PlacementFilter;
import nl.vliegwiel.flexpool.boundary.PlacementRows;
import nl.vliegwiel.flexpool.boundary.PlacementService;
import nl.vliegwiel.flexpool.boundary.Propose;
import nl.vliegwiel.flexpool.boundary.RequestService;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.flexpool.domain.ranking.Funnel;
import nl.vliegwiel.flexpool.domain.ranking.Reason;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/**
 * Who fits a shift of one's own request. Which shift, how many cards, about whom is asked "why not" and whether
 * "why so few" is asked stand in the address.
 */
@Named("candidatesPage")
@ViewScoped
public class CandidatesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int CARDS = 10;
    private static final int MOST_CARDS = 100;

    @Inject
    private CandidateService candidates;

    @Inject
    private PlacementService placements;

    @Inject
    private RequestService requests;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID requestId;
    private UUID shiftId;
    private UUID organisationId;
    private String why;
    private boolean more;
    private String weightsVersion;
    private ArrayList<Choice> shifts;
    private ArrayList<Applicant> applicants;
    private ArrayList<Applicant> standbys;
    private ArrayList<CandidateRow> rows;
    private ArrayList<String> failed;
    private String explained;
    private boolean explainedFits;
    private boolean explainedClosed;
    private ArrayList<Step> steps;
    private ArrayList<String> changes;
    private int members;
    private int fits;
    private ArrayList<Choice> known;

    /** Something to choose, with its words. */
    public record Choice(String id, String label, boolean chosen) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Who came forward and waits for the library's choice. */
    public record Applicant(UUID placementId, String name, String lender, String when) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** A filter with how many it kept out and how many are left after it. */
    public record Step(String text, int failed, int left) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @PostConstruct
    void load() {
        requestId = id(request.getParameter("id"));
        if (requestId == null) {
            throw new NotFound("request.notFound");
        }
        RequestView view = requests.get(requestId);
        organisationId = view.organisationId();
        UUID asked = id(request.getParameter("shift"));
        shiftId = view.shifts().stream().map(RequestView.ShiftView::id).filter(one -> one.equals(asked)).findFirst()
            .orElse(view.shifts().isEmpty() ? null : view.shifts().get(0).id());
        why = request.getParameter("why");
        int wanted = number(request.getParameter("cards"));
        fillApplicants();
        if (shiftId != null) {
            fill(view, wanted);
        }
    }

    private void fillApplicants() {
        Formats formats = Formats.in(languages.getLocale());
        applicants = new ArrayList<>();
        placements.page(PlacementRows.View.BORROWED, new PlacementFilter(null, requestId, null, null), 1, MOST_CARDS).rows().stream()
            .filter(one -> one.me().mayConsent().contains(Party.BORROWER))
            .forEach(one -> applicants.add(new Applicant(one.id(),
                one.employeeName() == null ? Texts.of(languages.getLocale(), "candidates.someone") : one.employeeName(), one.lenderName(),
                formats.period(one.start(), one.end()))));
        standbys = new ArrayList<>();
        placements.page(PlacementRows.View.BORROWED, new PlacementFilter(PlacementState.STANDBY, requestId, null, null), 1, MOST_CARDS).rows().stream()
            .filter(one -> one.me().mayCallUp())
            .forEach(one -> standbys.add(new Applicant(one.id(),
                one.employeeName() == null ? Texts.of(languages.getLocale(), "candidates.someone") : one.employeeName(), one.lenderName(),
                formats.period(one.start(), one.end()))));
    }

    private void fill(RequestView view, int wanted) {
        Locale locale = languages.getLocale();
        shifts = new ArrayList<>();
        view.shifts().forEach(one -> shifts.add(new Choice(one.id().toString(), Formats.in(locale).period(one.start(), one.end()), one.id().equals(shiftId))));
        known = new ArrayList<>();
        candidates.known(requestId).forEach(one -> known.add(new Choice(one.personId().toString(), one.name(), one.personId().toString().equals(why))));
        boolean whyFew = "true".equals(request.getParameter("funnel"));
        CandidateList list = list(wanted, whyFew, locale);
        // Costs as much as all else of the page together, so only who asks, or stands before an empty list, gets it
        if (list.items().isEmpty() && !whyFew) {
            list = list(wanted, true, locale);
        }
        weightsVersion = list.weights().version();
        more = list.next() != null && wanted < MOST_CARDS;
        rows = new ArrayList<>();
        for (Candidate one : list.items()) {
            rows.add(row(one, rows.size() + 1, locale));
        }
        if (list.funnel() != null) {
            fillFunnel(list.funnel(), locale);
        }
        if (list.explanation() != null) {
            explained = title(list.explanation().candidate(), 0, locale);
            explainedFits = list.explanation().onTheList();
            explainedClosed = list.explanation().candidate().lenderClosed();
            failed = list.explanation().failed().stream().map(one -> Texts.of(locale, one.key(), one.arguments().toArray()))
                .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    private CandidateList list(int wanted, boolean funnel, Locale locale) {
        String person = why == null || why.isBlank() ? null : why;
        try {
            return candidates.candidates(new Wanted(requestId, shiftId, wanted, null, person, funnel, locale));
        } catch (NotFound e) {
            if (person == null) {
                throw e;
            }
            notices.warn(Texts.of(locale, e.key()));
            return candidates.candidates(new Wanted(requestId, shiftId, wanted, null, null, funnel, locale));
        }
    }

    private void fillFunnel(Funnel funnel, Locale locale) {
        members = funnel.members();
        fits = funnel.fits();
        steps = new ArrayList<>();
        funnel.steps().forEach(one -> steps.add(new Step(Texts.of(locale, "FilterRule." + one.rule()), one.failed(), one.left())));
        changes = new ArrayList<>();
        funnel.changes().forEach(one -> changes.add(Texts.of(locale, "candidates.change." + one.kind(), one.gain(), one.subject())));
    }

    private static CandidateRow row(Candidate one, int place, Locale locale) {
        ArrayList<CandidateRow.Line> reasons = new ArrayList<>();
        for (Reason reason : one.reasons()) {
            reasons.add(new CandidateRow.Line(Texts.of(locale, reason.key(), reason.arguments().toArray()), reason.points(), reason.most()));
        }
        ArrayList<String> skills = new ArrayList<>();
        one.skills().forEach(skill -> skills.add(Texts.of(locale, skill.level() == 0 ? "candidates.skill.none" : "candidates.skill.held", skill.name(),
            skill.level(), skill.minLevel())));
        String state = one.placementState() == null ? "" : Texts.of(locale, "PlacementState." + one.placementState());
        return new CandidateRow(one.candidateRef(), place, title(one, place, locale), one.name() != null, one.function(), one.score(), reasons, skills, one.lenderClosed(),
            state, one.placementState() != null);
    }

    private static String title(Candidate one, int place, Locale locale) {
        if (one.name() != null) {
            return one.name();
        }
        return place == 0 ? Texts.of(locale, "candidates.someone") : Texts.of(locale, "candidates.anonymous", place);
    }

    /** Asks somebody; from then on she decides. */
    public String propose(String candidateRef) {
        placements.propose(new Propose(requestId, candidateRef, List.of(shiftId)));
        notices.done(Texts.of(languages.getLocale(), "candidates.done.proposed"));
        return "/flexpool/request?faces-redirect=true&id=" + requestId + "&shift=" + shiftId;
    }

    private static UUID id(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,3}") ? Math.max(1, Math.min(MOST_CARDS, Integer.parseInt(text))) : CARDS;
    }

    public UUID getRequestId() {
        return requestId;
    }

    public UUID getShiftId() {
        return shiftId;
    }

    public UUID getOrganisationId() {
        return organisationId;
    }

    public boolean isMore() {
        return more;
    }

    /** How many cards the link to more asks for. */
    public int getMoreCards() {
        return Math.min(MOST_CARDS, rows.size() * 3);
    }

    public String getWeightsVersion() {
        return weightsVersion;
    }

    public List<Choice> getShifts() {
        return shifts;
    }

    public List<Applicant> getApplicants() {
        return applicants;
    }

    /** Who comes if nobody else does; for the planner to call. */
    public List<Applicant> getStandbys() {
        return standbys;
    }

    public List<CandidateRow> getRows() {
        return rows;
    }

    public List<Choice> getKnown() {
        return known;
    }

    public String getExplained() {
        return explained;
    }

    public boolean isExplainedFits() {
        return explainedFits;
    }

    /** Not a rule that keeps her off the list, but worth knowing before she is asked. */
    public boolean isExplainedClosed() {
        return explainedClosed;
    }

    public List<String> getFailed() {
        return failed;
    }

    public List<Step> getSteps() {
        return steps;
    }

    public List<String> getChanges() {
        return changes;
    }

    public int getMembers() {
        return members;
    }

    public int getFits() {
        return fits;
    }
}
