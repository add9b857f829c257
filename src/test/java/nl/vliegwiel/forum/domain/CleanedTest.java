package nl.vliegwiel.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CleanedTest {
    @Test
    void whatNobodySeesIsNotKept() {
        assertThat(Cleaned.text("roo\u200Bster\u0000")).isEqualTo("rooster");
        assertThat(Cleaned.line("\u202Egninalp\u202C van\n week")).isEqualTo("gninalp van week");
        assertThat(Cleaned.text("\u200D \u200C")).isEmpty();
    }

    @Test
    void halfACharacterIsReplacedAndAWholeOneStays() {
        assertThat(Cleaned.text("a\uD83Db")).isEqualTo("a\uFFFDb");
        assertThat(Cleaned.text("\uD83D\uDCDA lezen")).isEqualTo("\uD83D\uDCDA lezen");
        assertThat(Cleaned.length("\uD83D\uDCDA")).isEqualTo(1);
    }

    @Test
    void linesStayLinesHoweverTheyEnd() {
        assertThat(Cleaned.text("een\r\ntwee\rdrie\u2028vier  ")).isEqualTo("een\ntwee\ndrie\nvier");
        assertThat(Cleaned.text(null)).isEmpty();
    }

    @Test
    void tagsAreSmallAndEachThereOnce() {
        assertThat(Cleaned.tags(List.of("#CAO", "cao", " verlof ", ""))).containsExactly("cao", "verlof");
        assertThat(Cleaned.tags(null)).isEmpty();
    }
}
