package nl.vliegwiel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageServletTest {
    @Test
    void goesBackToThePageWithItsQuery() {
        assertThat(LanguageServlet.local("/flexpool/requests?state=OPEN&page=2")).isEqualTo("/flexpool/requests?state=OPEN&page=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", "/a\r\nSet-Cookie: b=c", "/a\\b"})
    void neverLeavesForAnotherSite(String address) {
        assertThat(LanguageServlet.local(address)).isEqualTo("/");
    }

    @Test
    void goesToTheStartWhenNoPageIsNamed() {
        assertThat(LanguageServlet.local(null)).isEqualTo("/");
    }
}
