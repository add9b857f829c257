package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.ranking.FailedRule;
import nl.vliegwiel.flexpool.domain.ranking.FilterRule;
import nl.vliegwiel.flexpool.domain.ranking.PoolIndex;
import nl.vliegwiel.flexpool.domain.ranking.PoolIndex.Ranked;
import nl.vliegwiel.flexpool.domain.ranking.PoolMember;
import nl.vliegwiel.flexpool.domain.ranking.Reason;
import nl.vliegwiel.flexpool.domain.ranking.Score;
import nl.vliegwiel.flexpool.domain.ranking.ScorePart;
import nl.vliegwiel.flexpool.domain.ranking.ShiftDemand;
import nl.vliegwiel.flexpool.domain.ranking.TravelBand;
import nl.vliegwiel.flexpool.persistence.RankingLogQueries;
import nl.vliegwiel.flexpool.persistence.RankingLogQueries.Look;
import nl.vliegwiel.flexpool.persistence.RankingQueries;
import nl.vliegwiel.flexpool.persistence.RankingQueries.Asked;
import nl.vliegwiel.flexpool.persistence.RankingQueries.AskedShift;
import nl.vliegwiel.flexpool.persistence.RankingQueries.AskedSkill;
import nl.vliegwiel.flexpool.persistence.RankingQueries.Card;
import nl.vliegwiel.flexpool.persistence.RequestQueries;
import nl.vliegwiel.organisation.TravelTime;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** Who fits a shift, why, why not, and why so few. */
@UseCase
public class CandidateService {
    private static final int PER_CENT = 100;
    private static final float METRES_PER_KM = 1000f;

    private Ranking ranking;
    private RankingQueries queries;
    private RequestQueries requests;
    private RequestPolicy requestPolicy;
    private CandidatePolicy policy;
    private CandidateRefs refs;
    private CurrentActor actor;
    private RankingLogQueries log;
    private Clock clock;

    protected CandidateService() {
    }

    @Inject
    public CandidateService(Ranking ranking, RankingQueries queries, RequestQueries requests, RequestPolicy requestPolicy, CandidatePolicy policy,
            CandidateRefs refs, CurrentActor actor, RankingLogQueries log, Clock clock) {
        this.ranking = ranking;
        this.queries = queries;
        this.requests = requests;
        this.requestPolicy = requestPolicy;
        this.policy = policy;
        this.refs = refs;
        this.actor = actor;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What is asked of the list.
     *
     * @param shiftId null when the request has one shift
     * @param limit most cards
     * @param after name of the last card that was seen; null for the first
     * @param explain a card's name, or the id of a person that the caller may know; null for nobody
     * @param funnel whether to say why so few
     * @param locale of the names of skills
     */
    public record Wanted(UUID requestId, UUID shiftId, int limit, String after, String explain, boolean funnel, Locale locale) {
    }

    /**
     * @throws NotFound {@code request.notFound} for who may not see the request, or when the shift is not of it;
     *         {@code candidates.explain.notFound} when nobody the caller may know is meant
     * @throws RuleViolation {@code candidates.shift.required} when the request has more than one shift and none is named
     */
    public CandidateList candidates(Wanted wanted) {
        Actor who = actor.get();
        Asked asked = queries.asked(wanted.requestId()).orElseThrow(() -> new NotFound("request.notFound"));
        // Her own requests a manager sees all; others, the moderator too, what is published to them
        if (!requestPolicy.mayWrite(who, asked.organisationId()) && requests.find(requestPolicy.scope(who), wanted.requestId()).isEmpty()) {
            throw new NotFound("request.notFound");
        }
        policy.requireRead(who, asked.organisationId());
        AskedShift shift = shift(asked, wanted.shiftId());
        ShiftDemand demand = asked.demand(shift, wanted.locale());
        UUID after = wanted.after() == null ? null : refs.person(asked.requestId(), wanted.after())
            .orElseThrow(() -> new RuleViolation(List.of(Violation.of("after", "body.field.wrong"))));
        List<Ranked> found = ranking.rank(demand, asked.weights(), wanted.limit() + 1, after);
        List<Ranked> shown = found.subList(0, Math.min(found.size(), wanted.limit()));
        Desk desk = new Desk(who, asked, shift, demand, wanted.locale());
        List<Candidate> items = desk.cards(shown);
        CandidateList list = new CandidateList(asked.requestId(), shift.id(), items,
            found.size() > shown.size() ? items.get(items.size() - 1).candidateRef() : null,
            wanted.funnel() ? ranking.funnel(demand) : null, asked.weights(),
            wanted.explain() == null ? null : desk.explain(wanted.explain()));
        // Last: what this transaction writes would keep the ranking from the newest rows
        log.add(new Look(clock.instant(), asked.requestId(), shift.id(), asked.organisationId(), who.personId(), ranking.rules(demand), asked.weights(), after != null),
            shown);
        return list;
    }

    /** Somebody whom the reader may know, with her name. */
    public record Known(UUID personId, String name) {
    }

    /** Of whom the reader may ask by name why she is, or is not, on the list: who came forward, and her own people. */
    public List<Known> known(UUID requestId) {
        Actor who = actor.get();
        Asked asked = queries.asked(requestId).orElseThrow(() -> new NotFound("request.notFound"));
        policy.requireRead(who, asked.organisationId());
        return queries.known(requestId, who.organisationsWhere(Role.HR_MANAGER)).entrySet().stream()
            .map(one -> new Known(one.getKey(), one.getValue())).toList();
    }

    private static AskedShift shift(Asked asked, UUID shiftId) {
        if (shiftId != null) {
            return asked.shifts().stream().filter(shift -> shift.id().equals(shiftId)).findFirst().orElseThrow(() -> new NotFound("request.notFound"));
        }
        if (asked.shifts().size() != 1) {
            throw new RuleViolation(List.of(Violation.of("shiftId", "candidates.shift.required")));
        }
        return asked.shifts().get(0);
    }

    /** One answer: who asks, about which shift. */
    private final class Desk {
        private final Actor who;
        private final Asked asked;
        private final AskedShift shift;
        private final ShiftDemand demand;
        private final Locale locale;

        Desk(Actor who, Asked asked, AskedShift shift, ShiftDemand demand, Locale locale) {
            this.who = who;
            this.asked = asked;
            this.shift = shift;
            this.demand = demand;
            this.locale = locale;
        }

        List<Candidate> cards(List<Ranked> shown) {
            Map<UUID, Card> cards = queries.cards(shown.stream().map(one -> one.member().personId()).toList(), asked.requestId(), shift, demand.firstDay());
            List<Candidate> items = new ArrayList<>();
            Set<UUID> closed = closed(cards.keySet());
            for (Ranked one : shown) {
                items.add(card(one.member(), one.score(), cards.get(one.member().personId()), false, closed));
            }
            return items;
        }

        /** Not a filter: the lender may let her go all the same, with a reason, so the borrower may ask. */
        private Set<UUID> closed(Set<UUID> people) {
            return queries.closed(people, asked.organisationId(), demand.firstDay(), demand.lastDay());
        }

        private Candidate card(PoolMember member, Score score, Card card, boolean known, Set<UUID> closed) {
            boolean named = known || policy.maySeeName(who, asked.organisationId(), card.cameForward());
            int metres = member.metresTo(demand);
            List<Candidate.SkillFit> skills = asked.skills().stream().map(skill -> fit(skill, member)).toList();
            long fitting = skills.stream().filter(skill -> skill.level() >= skill.minLevel()).count();
            return new Candidate(refs.ref(asked.requestId(), member.personId()), named ? member.personId() : null, named ? card.name() : null,
                card.function(), score.total(), named ? exact(score.reasons(), metres) : score.reasons(),
                Math.round((named ? metres : TravelBand.metres(metres)) / METRES_PER_KM),
                named ? TravelTime.minutes(metres) : TravelBand.minutes(metres),
                skills.isEmpty() ? PER_CENT : (int) (fitting * PER_CENT / skills.size()), skills, closed.contains(member.personId()), card.placementId(), card.placementState());
        }

        private Candidate.SkillFit fit(AskedSkill skill, PoolMember member) {
            return new Candidate.SkillFit(skill.publicId(), skill.name(locale), skill.level(), skill.required(), member.level(skill.id()));
        }

        /** Points stay those of the band; the sentence may tell the way as it is. */
        private static List<Reason> exact(List<Reason> reasons, int metres) {
            return reasons.stream().map(reason -> reason.part() != ScorePart.TRAVEL ? reason
                : new Reason(reason.part(), reason.key(), reason.points(), reason.most(),
                    List.of(TravelTime.minutes(metres), Math.round(metres / METRES_PER_KM)))).toList();
        }

        CandidateList.Explanation explain(String meant) {
            UUID person = person(meant).orElseThrow(() -> new NotFound("candidates.explain.notFound"));
            PoolMember member = ranking.member(person).orElseThrow(() -> new NotFound("candidates.explain.notFound"));
            Card card = queries.cards(List.of(person), asked.requestId(), shift, demand.firstDay()).get(person);
            boolean known = isKnown(person, card);
            Candidate candidate = card(member, PoolIndex.score(member, demand, asked.weights()), card, known, closed(Set.of(person)));
            List<FailedRule> failed = ranking.whyNot(member, demand);
            return new CandidateList.Explanation(candidate, candidate.employeeId() != null ? failed : failed.stream().map(rule -> banded(rule, member)).toList());
        }

        private Optional<UUID> person(String meant) {
            Optional<UUID> onCard = refs.person(asked.requestId(), meant);
            if (onCard.isPresent()) {
                return onCard;
            }
            try {
                UUID id = UUID.fromString(meant);
                Card card = queries.cards(List.of(id), asked.requestId(), shift, demand.firstDay()).get(id);
                return card != null && (isKnown(id, card) || policy.maySeeName(who, asked.organisationId(), card.cameForward()))
                    ? Optional.of(id) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        /** Herself, or people of a library whose HR manager asks. */
        private boolean isKnown(UUID person, Card card) {
            return card != null && (who.is(person) || queries.worksAt(person, who.organisationsWhere(Role.HR_MANAGER), demand.firstDay()));
        }

        /** How far she lives and how far she would travel, in bands. */
        private FailedRule banded(FailedRule failed, PoolMember member) {
            if (failed.rule() != FilterRule.TOO_FAR) {
                return failed;
            }
            int metres = member.metresTo(demand);
            int limit = member.travelLimit() / TravelBand.MINUTES * TravelBand.MINUTES;
            return new FailedRule(failed.rule(), failed.key(), List.of(Math.round(TravelBand.metres(metres) / METRES_PER_KM), TravelBand.minutes(metres), limit));
        }
    }
}
