package nl.vliegwiel.flexpool.domain.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.Test;

class ScoringTest {
    @Test
    void addsUpFiveNamedParts() {
        var facts = new CandidateFacts("a", List.of(AskedSkill.required("Taalhuis", 2, 3), AskedSkill.required("BoekStart", 2, 2)),
                20_000, 36, 960, 480, 1, 2);
        var score = Scoring.score(facts, Weights.DEFAULT);

        assertThat(score.reasons()).extracting(Reason::part).containsExactly(ScorePart.values());
        // fit (1000 + 800) / 2 = 900; travel 1000 - 300 = 700; balance 480 of 960 = 500; spread 1000 / 2; place 800
        assertThat(score.reasons()).extracting(Reason::points).containsExactly(360, 175, 75, 50, 80);
        assertThat(score.reasons()).extracting(Reason::most).containsExactly(400, 250, 150, 100, 100);
        assertThat(score.total()).isEqualTo(740);
    }

    @Test
    void saysTheFiguresBehindEachPart() {
        var facts = new CandidateFacts("a", List.of(AskedSkill.required("Taalhuis", 3, 2), AskedSkill.wished("BHV", 1, 1)),
                20_499, 36, 900, 450, 1, 2);

        assertThat(Scoring.score(facts, Weights.DEFAULT).reasons()).extracting(r -> r.arguments().toString())
                .containsExactly("[1, 2]", "[36, 20]", "[7.5]", "[1]", "[2]");
    }

    @Test
    void theBestCandidateHasAThousandPointsAndTheWorstNone() {
        var best = new CandidateFacts("a", List.of(), 0, 0, 3000, 480, 0, 9);
        var worst = new CandidateFacts("b", List.of(AskedSkill.wished("Taalhuis", 2, 0)), 300_000, 240, 0, 480, 2_000, 0);

        assertThat(Scoring.score(best, Weights.DEFAULT).total()).isEqualTo(1000);
        assertThat(Scoring.score(worst, Weights.DEFAULT).total()).isZero();
    }

    @Test
    void equalTotalsAreOrderedByTheWayAndThenByTheKey() {
        var weights = new Weights("test", 100, 0, 0, 0, 0);
        var ranked = Scoring.rank(List.of(plain("c", 20), plain("b", 20), plain("d", 10)), weights);

        assertThat(ranked).extracting(Score::ref).containsExactly("d", "b", "c");
    }

    @Test
    void weightsAreHundredTogether() {
        assertThatThrownBy(() -> new Weights("x", 40, 25, 15, 10, 11)).isInstanceOfSatisfying(RuleViolation.class,
                e -> assertThat(e.key()).isEqualTo("ranking.weights.sum"));
        assertThatThrownBy(() -> new Weights("x", 110, -10, 0, 0, 0)).isInstanceOfSatisfying(RuleViolation.class,
                e -> assertThat(e.key()).isEqualTo("ranking.weights.range"));
    }

    /** A new field here is a decision about people: who adds one reads R8 and R9 first. */
    @Test
    void theScoreSeesNothingButTheAllowedFacts() {
        assertThat(Stream.of(CandidateFacts.class.getRecordComponents()).map(RecordComponent::getName)).containsExactly(
                "ref", "skills", "distanceMetres", "travelMinutes", "minutesLeft", "shiftMinutes", "loansInTwelveWeeks", "timesAtBranch");
        assertThat(Stream.of(AskedSkill.class.getRecordComponents()).map(RecordComponent::getName)).containsExactly(
                "name", "askedLevel", "required", "heldLevel", "validUntil");
    }

    @Property
    void theOrderDoesNotDependOnTheOrderInWhichCandidatesCome(@ForAll("candidates") List<CandidateFacts> candidates, @ForAll Random random) {
        List<CandidateFacts> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);

        assertThat(Scoring.rank(shuffled, Weights.DEFAULT)).isEqualTo(Scoring.rank(candidates, Weights.DEFAULT));
    }

    @Property
    void everyPartStaysWithinItsShareAndTheTotalIsTheirSum(@ForAll("candidates") List<CandidateFacts> candidates) {
        assertThat(Scoring.rank(candidates, Weights.DEFAULT)).allSatisfy(score -> {
            assertThat(score.reasons()).allSatisfy(r -> assertThat(r.points()).isBetween(0, r.most()));
            assertThat(score.total()).isEqualTo(score.reasons().stream().mapToInt(Reason::points).sum()).isBetween(0, 1000);
        });
    }

    @Provide
    Arbitrary<List<CandidateFacts>> candidates() {
        var skill = Combinators.combine(Arbitraries.integers().between(1, 4), Arbitraries.integers().between(0, 4))
                .as((asked, held) -> AskedSkill.required("skill", asked, held));
        return Combinators.combine(Arbitraries.strings().alpha().ofLength(6), skill.list().ofMaxSize(3),
                Arbitraries.integers().between(0, 300_000), Arbitraries.integers().between(0, 240),
                Arbitraries.integers().between(-600, 2400), Arbitraries.integers().between(60, 720),
                Arbitraries.integers().between(0, 30), Arbitraries.integers().between(0, 10))
                .as(CandidateFacts::new).list().ofMaxSize(20).uniqueElements(CandidateFacts::ref);
    }

    private static CandidateFacts plain(String ref, int travelMinutes) {
        return new CandidateFacts(ref, List.of(), 10_000, travelMinutes, 960, 480, 0, 0);
    }
}
