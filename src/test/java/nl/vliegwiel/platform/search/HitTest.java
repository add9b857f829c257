package nl.vliegwiel.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of a hit is text, with a mark around the words that were looked for. */
class HitTest {
    private static Hit hit(String snippet) {
        return new Hit("TOPIC", null, 1, "Titel", "HR-netwerk", snippet, "/", null, List.of());
    }

    @Test
    void theWordsAreMarkedAndAllElseIsText() {
        assertThat(hit("een <b>\u0001rooster\u0002</b> & \"meer\"").html()).isEqualTo("een &lt;b&gt;<mark>rooster</mark>&lt;/b&gt; &amp; &quot;meer&quot;");
        assertThat(hit("\u0001a\u0002 b").parts()).containsExactly(new Hit.Part("a", true), new Hit.Part(" b", false));
        assertThat(hit("").html()).isEmpty();
    }

    @Test
    void aMarkThatIsNeverClosedEndsWithTheText() {
        assertThat(hit("a \u0001b").html()).isEqualTo("a <mark>b</mark>");
        assertThat(hit("a\u0002 b").html()).isEqualTo("a b");
    }
}
