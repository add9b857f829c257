package nl.vliegwiel.platform.inmail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of an answer by mail only what somebody wrote herself is placed, as mail programs in Dutch and English make it. */
class OwnWordsTest {
    private static final String OWN = "Wij doen dat per halfjaar.\n\nDat werkt goed.";

    @ParameterizedTest
    @ValueSource(strings = {
        // Gmail, Dutch and English, also with a line that was wrapped
        "\n\nOp ma 23 nov 2026 om 10:12 schreef Vliegwiel <noreply@vliegwiel.example>:\n\n> Dag Anna,\n>\n> Bram heeft gereageerd\n",
        "\n\nOn Mon, Nov 23, 2026 at 10:12 AM Vliegwiel <noreply@vliegwiel.example> wrote:\n\n> Dag Anna,\n",
        "\n\nOn Mon, Nov 23, 2026 at 10:12 AM Vliegwiel\n<noreply@vliegwiel.example> wrote:\n> Dag\n",
        // Apple Mail
        "\n\n> Op 23 nov 2026, om 10:12 heeft Vliegwiel <noreply@vliegwiel.example> het volgende geschreven:\n> \n> Dag Anna,\n",
        "\n\nOp 23 nov 2026 om 10:12 heeft Vliegwiel <noreply@vliegwiel.example> het volgende geschreven:\n\n> Dag Anna,",
        "\n\nVerstuurd vanaf mijn iPhone\n\nOp 23 nov 2026 om 10:12 heeft Vliegwiel het volgende geschreven:\n\n> Dag",
        // Outlook, desktop and phone
        "\n\nVan: Vliegwiel <noreply@vliegwiel.example>\nVerzonden: maandag 23 november 2026 10:12\nAan: Anna Kuiper\nOnderwerp: Antwoord op: zondag\n\nDag Anna,\n",
        "\n\nMet vriendelijke groet,\n\nAnna Kuiper\nMedewerker klantenservice\nBibliotheek Duinrand\nT 06 1234\n\n________________________________\nVan: Vliegwiel <noreply@vliegwiel.example>\nVerzonden: maandag\n",
        "\n\nFrom: Vliegwiel <noreply@vliegwiel.example>\nSent: Monday, November 23, 2026 10:12 AM\nTo: Anna Kuiper\nSubject: Antwoord\n\nDag",
        "\n\n-----Oorspronkelijk bericht-----\nVan: Vliegwiel\n", "\n\n-----Original Message-----\nFrom: Vliegwiel\n",
        "\n\nOutlook voor iOS downloaden\n________________________________\nVan: Vliegwiel\nVerzonden: maandag\n",
        // A signature, with the mark of old and without
        "\n\n-- \nAnna Kuiper\n06 1234", "\n\nGroetjes, Anna", "\nMvg,\nAnna\n", "\n\nKind regards,\nAnna Kuiper\nDuinrand Library",
        // Our own line
        "\n\n-- Antwoord boven deze regel --\n\nDag Anna,", "\n\n> -- Reply above this line --\n> Hello", "\r\n\r\nOp 23-11-2026 om 10:12 schreef Vliegwiel:\r\n> Dag"})
    void whatTheProgramAddsIsCutOff(String added) {
        assertThat(OwnWords.of(OWN + added)).isEqualTo(OWN);
    }

    @Test
    void answersBelowAndBetweenTheQuotedLinesStay() {
        assertThat(OwnWords.of("Op ma 23 nov 2026 om 10:12 schreef Vliegwiel <noreply@vliegwiel.example>:\n> Hoe doen jullie dat?\n\nPer halfjaar.\n\n> En de zondag?\n\nOm de week.\n"))
            .isEqualTo("Per halfjaar.\n\nOm de week.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Op maandag werken wij met twee mensen: een vaste en een invaller.", "Van de zes mensen kwamen er vier.\nDat was genoeg.", "Groet iedereen die binnenkomt, dat helpt.",
        "- een\n- twee\n\n1. drie", "Van: niemand\nAan: iedereen", "Op 3 mei: wie kan?"})
    void ordinaryWordsStayAsTheyAre(String words) {
        assertThat(OwnWords.of(words)).isEqualTo(words);
    }

    @Test
    void nothingOfOnesOwnIsNothing() {
        assertThat(OwnWords.of("\n\n> Dag Anna,\n> Bram heeft gereageerd\n")).isEmpty();
        assertThat(OwnWords.of("Verstuurd vanaf mijn iPhone")).isEmpty();
        assertThat(OwnWords.of("")).isEmpty();
    }
}
