package nl.vliegwiel.flexpool.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.boundary.PlanService;
import nl.vliegwiel.flexpool.boundary.PlanService.Answer;
import nl.vliegwiel.flexpool.boundary.PlanService.View;
import nl.vliegwiel.flexpool.domain.Urgency;
import nl.vliegwiel.flexpool.domain.planning.PlanRule;
import nl.vliegwiel.flexpool.domain.planning.WhyNotHere;
import nl.vliegwiel.flexpool.domain.ranking.Funnel;
import nl.vliegwiel.flexpool.domain.weekplan.PlanChoice;
import nl.vliegwiel.flexpool.domain.weekplan.PlanState;
import nl.vliegwiel.flexpool.domain.weekplan.SeatReasons;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** One proposal for a week: how far, how good, each seat with its reasons, and what to do with it. */
@Named("planPage")
@ViewScoped
public class PlanPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double PER_CENT = 100;
    private static final double TENTHS = 10;

    @Inject
    private PlanService plans;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private LocalDate monday;
    private String organisation;
    private String by;
    private Instant at;
    private boolean region;
    private boolean mine;
    private boolean handed;
    private boolean used;
    private PlanState state;
    private int seats;
    private int covered;
    private int people;
    private int share;
    private int leftOut;
    private double quality;
    private String rules;
    private String weights;
    private String inputHash;
    private long seed;
    private long value;
    private long bound;
    private String difference;
    private ArrayList<Row> rows;

    /** A seat. Kept with the page, so that a tick means the person who stood there when the page was made. */
    public static final class Row implements Serializable {
        private static final long serialVersionUID = 1L;
        private final int seat;
        private final UUID requestId;
        private final String title;
        private final Urgency urgency;
        private final String when;
        private final String where;
        private final boolean covered;
        private final boolean pinned;
        private final boolean mayAsk;
        private final String who;
        private final String function;
        private final String placement;
        private final String state;
        private final ArrayList<CandidateRow.Line> reasons;
        private final ArrayList<String> notes;
        private final ArrayList<Other> others;
        private boolean chosen;

        Row(View.Card card, Words words) {
            seat = card.seat();
            requestId = card.requestId();
            title = card.title();
            urgency = card.urgency();
            when = words.formats.period(card.period().start(), card.period().end());
            where = card.library() + ", " + card.place();
            covered = card.covered();
            pinned = card.pinned();
            mayAsk = card.mayAsk();
            who = card.covered() ? words.who(card.name()) : "";
            function = card.function() == null ? "" : card.function();
            placement = card.placementId() == null ? "" : card.placementId().toString();
            state = card.placementState() == null ? "" : words.text("PlacementState." + card.placementState());
            reasons = new ArrayList<>();
            card.reasons().reasons().forEach(one -> reasons.add(new CandidateRow.Line(words.text(one.key(), one.arguments().toArray()), one.points(), one.most())));
            notes = card.covered() ? words.onIt(card.reasons()) : words.open(card.reasons().open());
            others = words.others(card);
            chosen = card.mayAsk();
        }

        public int getSeat() {
            return seat;
        }

        public UUID getRequestId() {
            return requestId;
        }

        public String getTitle() {
            return title;
        }

        public Urgency getUrgency() {
            return urgency;
        }

        public String getWhen() {
            return when;
        }

        public String getWhere() {
            return where;
        }

        public boolean isCovered() {
            return covered;
        }

        public boolean isPinned() {
            return pinned;
        }

        public boolean isMayAsk() {
            return mayAsk;
        }

        public String getWho() {
            return who;
        }

        public String getFunction() {
            return function;
        }

        public String getPlacement() {
            return placement;
        }

        public String getState() {
            return state;
        }

        public List<CandidateRow.Line> getReasons() {
            return reasons;
        }

        public List<String> getNotes() {
            return notes;
        }

        public List<Other> getOthers() {
            return others;
        }

        public boolean isChosen() {
            return chosen;
        }

        public void setChosen(boolean chosen) {
            this.chosen = chosen;
        }
    }

    /** Somebody else who could do it, and why she is not on it. */
    public record Other(int number, String who, String why) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Reasons in the reader's words. */
    private static final class Words {
        private final Locale locale;
        private final Formats formats;

        Words(Locale locale) {
            this.locale = locale;
            formats = Formats.in(locale);
        }

        String text(String key, Object... arguments) {
            return Texts.of(locale, key, arguments);
        }

        String who(String name) {
            return name == null ? text("candidates.someone") : name;
        }

        ArrayList<String> onIt(SeatReasons reasons) {
            ArrayList<String> notes = new ArrayList<>();
            notes.add(text("plan.line.ofHerWeek", reasons.ofHerWeek()));
            if (reasons.libraryCost() > 0) {
                notes.add(text("plan.line.library", reasons.libraryCost()));
            }
            return notes;
        }

        String difference(View.Difference other) {
            String key = other.points() < 0 ? "less" : other.points() > 0 ? "more" : "same";
            return text("plan.difference." + key, Math.abs(other.points()), other.seats());
        }

        /** The rule at which most people are lost, what stands in the way of those who fit, and what would help most. */
        ArrayList<String> open(SeatReasons.Open open) {
            ArrayList<String> notes = new ArrayList<>();
            if (open.fits() == 0) {
                open.steps().stream().filter(step -> step.left() == 0).findFirst().ifPresentOrElse(
                    step -> notes.add(text("plan.open.rule", text("FilterRule." + step.rule()), step.failed(), open.members())), () -> notes.add(text("plan.open.nobody")));
            } else {
                notes.add(text("plan.open.fits", open.fits()));
                if (open.closed() > 0) {
                    notes.add(text("plan.open.closed", open.closed()));
                }
                open.busy().entrySet().stream().sorted(Map.Entry.<PlanRule, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                    .forEach(one -> notes.add(text("plan.open.busy", one.getValue(), text("PlanRule." + one.getKey()))));
            }
            if (open.help() != null) {
                boolean english = "en".equals(locale.getLanguage());
                String subject = english ? open.help().skillEn() : open.help().skillNl();
                notes.add(text("plan.open.help", help(open.help().kind(), open.help().gain(), subject)));
            }
            return notes;
        }

        private String help(Funnel.Kind kind, int gain, String subject) {
            return text("candidates.change." + kind, gain, subject);
        }

        ArrayList<Other> others(View.Card card) {
            ArrayList<Other> others = new ArrayList<>();
            for (int number = 0; number < card.others().size(); number++) {
                View.Someone someone = card.others().get(number);
                SeatReasons.Other other = card.reasons().others().get(number);
                String function = someone.function() == null ? "" : " (" + someone.function() + ")";
                others.add(new Other(number, who(someone.name()) + function,
                    other.answer() == WhyNotHere.Answer.WORSE ? text("plan.other.worse", other.loss()) : text("plan.other." + (other.answer() == WhyNotHere.Answer.PINNED ? "pinned" : "equal"))));
            }
            return others;
        }
    }

    /** @throws NotFound for an address of no proposal of hers */
    @PostConstruct
    void load() {
        try {
            id = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("plan.notFound");
        }
        show(plans.view(id));
    }

    private void show(View view) {
        var head = view.head();
        monday = head.monday();
        organisation = head.organisation();
        by = head.askedBy();
        at = head.askedAt();
        region = head.region();
        mine = view.mine();
        handed = head.handedAt() != null;
        used = head.used();
        state = head.state();
        seats = head.seats();
        covered = head.covered();
        people = head.people();
        share = head.share();
        leftOut = head.leftOut();
        value = head.value();
        bound = head.bound();
        // Rounded down, so that no plan says to be the best that is not proved to be
        quality = bound == 0 ? PER_CENT : Math.floor(value * PER_CENT * TENTHS / bound) / TENTHS;
        rules = head.rules();
        weights = head.weightsVersion();
        inputHash = head.inputHash();
        seed = head.seed();
        Words words = new Words(languages.getLocale());
        difference = view.difference() == null ? "" : words.difference(view.difference());
        rows = view.lines().stream().map(card -> new Row(card, words)).collect(Collectors.toCollection(ArrayList::new));
    }

    public String stop() {
        plans.stop(id);
        return again(id);
    }

    public String handOver() {
        plans.handOver(id);
        notices.done(Texts.of(languages.getLocale(), "plan.hand.done"));
        return again(id);
    }

    /** Asks those who are ticked; says of each that was refused why. */
    public String accept() {
        Locale locale = languages.getLocale();
        Set<Integer> chosen = rows.stream().filter(row -> row.isMayAsk() && row.isChosen()).map(Row::getSeat).collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            notices.error(Texts.of(locale, "plan.accept.none"));
            return null;
        }
        List<Answer> answers = plans.accept(id, chosen);
        long asked = answers.stream().filter(one -> one.refusal() == null).count();
        if (asked > 0) {
            notices.done(Texts.of(locale, "plan.accept.done", asked));
        }
        answers.stream().filter(one -> one.refusal() != null).forEach(one -> notices.warn(Texts.of(locale, "plan.accept.refused", one.title(),
            Formats.in(locale).period(one.period().start(), one.period().end()), Texts.of(locale, one.refusal().key(), one.refusal().arguments()))));
        return again(id);
    }

    public String keep(int seat) {
        return again(plans.again(id, seat, -1, PlanChoice.Kind.PIN));
    }

    public String notThis(int seat) {
        return again(plans.again(id, seat, -1, PlanChoice.Kind.FORBID));
    }

    public String insist(int seat, int other) {
        return again(plans.again(id, seat, other, PlanChoice.Kind.PIN));
    }

    private static String again(UUID plan) {
        return "/flexpool/plan?faces-redirect=true&id=" + plan;
    }

    public UUID getId() {
        return id;
    }

    public String getWeek() {
        return Formats.in(languages.getLocale()).days(monday, monday.plusDays(6));
    }

    public LocalDate getMonday() {
        return monday;
    }

    public String getOrganisation() {
        return organisation;
    }

    public String getBy() {
        return by;
    }

    public Instant getAt() {
        return at;
    }

    public boolean isRegion() {
        return region;
    }

    public boolean isMine() {
        return mine;
    }

    public boolean isHanded() {
        return handed;
    }

    /** Somebody was asked by it. */
    public boolean isUsed() {
        return used;
    }

    public PlanState getState() {
        return state;
    }

    public boolean isRunning() {
        return state == PlanState.RUNNING;
    }

    public boolean isMade() {
        return state == PlanState.READY || state == PlanState.STOPPED;
    }

    public boolean isSomethingToAsk() {
        return rows.stream().anyMatch(Row::isMayAsk);
    }

    public int getSeats() {
        return seats;
    }

    public int getCovered() {
        return covered;
    }

    public int getPeople() {
        return people;
    }

    public int getShare() {
        return share;
    }

    /** What the last decision cost or brought; empty for none. */
    public String getDifference() {
        return difference;
    }

    public int getLeftOut() {
        return leftOut;
    }

    public double getQuality() {
        return quality;
    }

    public long getValue() {
        return value;
    }

    public long getBound() {
        return bound;
    }

    public String getRules() {
        return rules;
    }

    public String getWeights() {
        return weights;
    }

    public String getInputHash() {
        return inputHash;
    }

    public long getSeed() {
        return seed;
    }

    public List<Row> getCoveredRows() {
        return rows.stream().filter(Row::isCovered).toList();
    }

    public List<Row> getOpenRows() {
        return rows.stream().filter(row -> !row.isCovered()).toList();
    }
}
