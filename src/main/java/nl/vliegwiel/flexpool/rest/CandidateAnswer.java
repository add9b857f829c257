package nl.vliegwiel.flexpool.rest;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Candidate;
import nl.vliegwiel.flexpool.boundary.CandidateList;
import nl.vliegwiel.flexpool.domain.PlacementState;
import nl.vliegwiel.flexpool.domain.ranking.FailedRule;
import nl.vliegwiel.flexpool.domain.ranking.FilterRule;
import nl.vliegwiel.flexpool.domain.ranking.Funnel;
import nl.vliegwiel.flexpool.domain.ranking.Reason;
import nl.vliegwiel.platform.text.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who fits a shift, best first. */
@Schema(name = "Candidates")
public record CandidateAnswer(UUID requestId, UUID shiftId, List<Card> items, String next, Why funnel, String weightsVersion, Explained explanation) {
    /** A card; employeeId and name only once the person came forward (R10). */
    @Schema(name = "Candidate")
    public record Card(String candidateRef, UUID employeeId, String name, String function, int score, List<Part> reasons, int distanceKm,
            int travelMinutes, int skillMatch, List<Skill> skills,
            @Schema(description = "Her library would rather not lend on these days; it may all the same, with a reason") boolean lenderClosed, UUID placementId,
            PlacementState placementState) {
    }

    /** What one part gave to the score. */
    @Schema(name = "ScorePart")
    public record Part(String key, int points, int most, String text) {
    }

    /** A skill that is asked; level 0 when the person has not got it. */
    @Schema(name = "SkillFit")
    public record Skill(UUID skillId, String name, int minLevel, boolean required, int level) {
    }

    /** Why so few. */
    @Schema(name = "Funnel")
    public record Why(int members, List<Step> steps, int fits, List<Change> changes) {
    }

    /** Who is left after a filter. */
    @Schema(name = "FunnelStep")
    public record Step(FilterRule rule, String text, int failed, int left) {
    }

    /** What would add people. */
    @Schema(name = "FunnelChange")
    public record Change(Funnel.Kind kind, String text, int gain) {
    }

    /** Why one person is, or is not, on the list; failed has the first failing rule first. */
    @Schema(name = "Explanation")
    public record Explained(String candidateRef, boolean onTheList, Card candidate, List<Failed> failed) {
    }

    /** A rule that somebody does not pass, with its figures in words. */
    @Schema(name = "FailedRule")
    public record Failed(FilterRule rule, String key, String text) {
    }

    static CandidateAnswer of(CandidateList list, Locale locale) {
        return new CandidateAnswer(list.requestId(), list.shiftId(), list.items().stream().map(one -> card(one, locale)).toList(), list.next(),
            list.funnel() == null ? null : funnel(list.funnel(), locale), list.weights().version(),
            list.explanation() == null ? null : explained(list.explanation(), locale));
    }

    private static Card card(Candidate one, Locale locale) {
        return new Card(one.candidateRef(), one.employeeId(), one.name(), one.function(), one.score(),
            one.reasons().stream().map(reason -> part(reason, locale)).toList(), one.distanceKm(), one.travelMinutes(), one.skillMatch(),
            one.skills().stream().map(skill -> new Skill(skill.skillId(), skill.name(), skill.minLevel(), skill.required(), skill.level())).toList(),
            one.lenderClosed(), one.placementId(), one.placementState());
    }

    private static Part part(Reason reason, Locale locale) {
        return new Part(reason.key(), reason.points(), reason.most(), Texts.of(locale, reason.key(), reason.arguments().toArray()));
    }

    private static Why funnel(Funnel funnel, Locale locale) {
        return new Why(funnel.members(),
            funnel.steps().stream().map(step -> new Step(step.rule(), Texts.of(locale, "FilterRule." + step.rule()), step.failed(), step.left())).toList(),
            funnel.fits(),
            funnel.changes().stream().map(change -> new Change(change.kind(),
                Texts.of(locale, "candidates.change." + change.kind(), change.gain(), change.subject()), change.gain())).toList());
    }

    private static Explained explained(CandidateList.Explanation explanation, Locale locale) {
        return new Explained(explanation.candidate().candidateRef(), explanation.onTheList(), card(explanation.candidate(), locale),
            explanation.failed().stream().map(failed -> failed(failed, locale)).toList());
    }

    private static Failed failed(FailedRule failed, Locale locale) {
        return new Failed(failed.rule(), failed.key(), Texts.of(locale, failed.key(), failed.arguments().toArray()));
    }
}
