package nl.vliegwiel.forum.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[klik](javascript:alert(1))", "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        "<a href=\"jAvAsCrIpT:alert(1)\">x</a>", "![x](javascript:alert(1))", "[x](<java\nscript:alert(1)>)", "<svg/onload=alert(1)>", "<iframe src=//evil.example></iframe>",
        "| a |\n|---|\n| <b onclick=alert(1)>b</b> |", "`<script>alert(1)</script>`", "[x]: javascript:alert(1)\n\n[x]"})
    void nothingThatIsWrittenCanRun(String written) {
        assertThat(Markdown.html(written)).doesNotContainPattern("(?i)<(script|img|svg|iframe|b)\\b").doesNotContainPattern("(?i)<[^>]*\\son[a-z]+\\s*=")
            .doesNotContainPattern("(?i)href=\"(javascript|data):");
    }

    @Test
    void marksOfTablesListsAndLinksAreShown() {
        assertThat(Markdown.html("| Uur | Wie |\n|:---|---:|\n| 9 | *Anna* |")).contains("<table>", "<em>Anna</em>", "align=\"right\"");
        assertThat(Markdown.html("- [x] klaar\n- [ ] nog niet")).contains("\u2611 klaar", "\u2610 nog niet").doesNotContain("<input");
        assertThat(Markdown.html("zie https://vliegwiel.example/cao")).contains("href=\"https://vliegwiel.example/cao\"", "nofollow");
    }

    @Test
    void headingsStandBelowThoseOfThePage() {
        assertThat(Markdown.html("# Vraag")).contains("<h3>Vraag</h3>");
        assertThat(Markdown.html("###### Klein")).contains("<h3>Klein</h3>");
        assertThat(Markdown.html("## Eerst\n\n#### Daaronder\n\n## Weer")).as("none is left out between").contains("<h3>Eerst</h3>", "<h4>Daaronder</h4>", "<h3>Weer</h3>");
    }

    @Test
    void aPictureThatWasUploadedIsShownAndNoOther() {
        assertThat(Markdown.html("![rooster](/forum/file/01a20666-b215-72f0-9d5a-85b51d65f158)")).contains("<img", "alt=\"rooster\"");
        assertThat(Markdown.html("![x](/forum/file/../../signed-out)")).doesNotContain("<img");
        assertThat(Markdown.html("![x](//evil.example/forum/file/01a20666-b215-72f0-9d5a-85b51d65f158)")).doesNotContain("<img");
    }

    @Test
    void aPictureFromElsewhereIsALinkThatNobodyOpensUnasked() {
        assertThat(Markdown.html("![rooster](https://elders.example/volg.png)")).contains("href=\"https://elders.example/volg.png\"", "rooster").doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "*", "[", "![", "**a ", "1. "})
    void marksInMarksInMarksAreAnsweredToo(String mark) {
        assertThat(Markdown.html(mark.repeat(50_000 / mark.length()))).doesNotContain("<script");
    }
}
