package nl.vliegwiel.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class BundlesTest {
    @Test
    void aDutchReaderGetsDutchAlsoOnAnEnglishMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.US);
            assertThat(Bundles.of("platform", Bundles.DUTCH).getString("frame.skip")).isEqualTo("Naar de inhoud");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLanguageThatTheProductHasNotReadsDutch() {
        assertThat(Bundles.supported(Locale.FRENCH)).isEqualTo(Bundles.DUTCH);
        assertThat(Bundles.supported(null)).isEqualTo(Bundles.DUTCH);
        assertThat(Bundles.supported(Locale.US)).isEqualTo(Bundles.ENGLISH);
    }

    @Test
    void onlyAFeatureWithTextsExists() {
        assertThat(Bundles.exists("platform")).isTrue();
        assertThat(Bundles.exists("nowhere")).isFalse();
        assertThat(Bundles.exists("../platform")).isFalse();
        assertThat(Bundles.exists("")).isFalse();
    }
}
