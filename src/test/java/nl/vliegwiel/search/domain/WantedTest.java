package nl.vliegwiel.search.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.junit.jupiter.api.Test;

/** What is typed becomes words; nothing that somebody types is a command to the database. */
class WantedTest {
    @Test
    void signsMeanNothingAndQuotesKeepWordsTogether() {
        assertThat(Wanted.of("  cao, \"Nieuwe Meer\" & !rooster:* ").parts()).containsExactly(List.of("cao"), List.of("Nieuwe", "Meer"), List.of("rooster"));
        assertThat(Wanted.of("re-integratie").words()).containsExactly("re", "integratie");
        assertThat(Wanted.of("\"open").words()).containsExactly("open");
    }

    @Test
    void withoutAWordThereIsNothingToLookFor() {
        for (String nothing : new String[] {null, "", " \t", "?!&|'\\", "\u0000\u200b", "\"\"", "\ud800"}) {
            assertThat(Wanted.of(nothing).isNothing()).as(String.valueOf(nothing)).isTrue();
        }
    }

    @Test
    void noQueryHoldsMoreThanWordsBetweenItsQuotes() {
        for (String attack : List.of("'); drop table topic; --", "a' | 'b", "\\' & x", "🙂 \u202e' ) ( :* <->")) {
            assertThat(Wanted.of(attack).groups(Map.of()).stream().allMatch(group -> group.matches("'[\\p{L}\\p{Nd}\\p{M} ]+'"))).as(attack).isTrue();
        }
    }

    @Test
    void aWordBringsThoseThatMeanTheSameAndTheLongestRowGoesFirst() {
        Map<String, List<String>> others = Map.of("provinciale ondersteuningsinstelling", List.of("POI", "provinciale ondersteuningsinstelling"), "cao", List.of("cao", "collectieve arbeidsovereenkomst"));
        assertThat(Wanted.of("cao provinciale ondersteuningsinstelling").groups(others)).containsExactly("'cao' | 'collectieve arbeidsovereenkomst'",
            "'provinciale ondersteuningsinstelling' | 'POI'");
        assertThat(Wanted.of("ons rooster").groups(others)).containsExactly("'ons'", "'rooster'");
    }

    @Test
    void ofVeryMuchOnlyTheBeginningIsLookedFor() {
        assertThat(Wanted.of("woord ".repeat(1000)).words()).hasSize(8);
        assertThat(Wanted.of("x".repeat(100_000)).words().get(0)).hasSize(Wanted.LONGEST);
    }

    @Test
    void wordsThatMeanTheSameAreTwoAtLeastAndEachOnce() {
        assertThat(SynonymText.checked(List.of(" inval", "INVAL", "vervanging; ", ""))).containsExactly("inval", "vervanging");
        for (List<String> wrong : List.of(List.<String>of(), List.of("inval"), List.of("inval", "Inval"), List.of("a b c d e", "x"), List.of("x".repeat(61), "y"))) {
            assertThatThrownBy(() -> SynonymText.checked(wrong)).isInstanceOf(RuleViolation.class);
        }
        assertThatThrownBy(() -> SynonymText.checked(null)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> SynonymText.checked(Arrays.asList(null, null))).isInstanceOf(RuleViolation.class);
    }
}
