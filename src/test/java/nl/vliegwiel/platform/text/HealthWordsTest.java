package nl.vliegwiel.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Onze collega is ziek|ziek",
        "ZIEK gemeld sinds maandag|ZIEK",
        "Vervanging voor een zieke collega|zieke collega",
        "Twee zieke medewerkers aan de balie|zieke medewerkers",
        "na een ziekmelding|ziekmelding",
        "door ziekteverzuim|ziekteverzuim",
        "zij heeft een burn-out|burn-out",
        "zij heeft een burnout|burnout",
        "is overspannen|overspannen",
        "wegens zwangerschapsverlof|zwangerschapsverlof",
        "zij is zwanger|zwanger",
        "wegens ziekte|ziekte",
        "i.v.m. een operatie|operatie",
        "vanwege haar depressie|depressie",
        "in verband met langdurige ziekte|ziekte",
        "hersteld van corona|corona",
        "deels arbeidsongeschikt|arbeidsongeschikt",
        "gesprek met de bedrijfsarts|bedrijfsarts",
        "bezig met re-integratie|re-integratie",
        "wegens gezondheidsredenen|gezondheidsredenen",
        "zij ligt in het ziekenhuis|ligt in het ziekenhuis",
        "Our colleague is sick|sick",
        "She is ill.|ill",
        "on sick leave until May|sick",
        "because of surgery|surgery",
        "due to a long-term illness|illness",
        "our desk lead is pregnant|pregnant",
        "She is on maternity leave|maternity leave"})
    void findsWhatRecordsAnIllness(String text, String word) {
        assertThat(HealthWords.find(text)).hasValueSatisfying(hit -> {
            assertThat(hit.word()).isEqualTo(word);
            assertThat(text.substring(hit.start())).startsWith(word);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Voorlezen in het ziekenhuis", "Uitleenpunt in het ziekenhuis", "BoekStart op het consultatiebureau",
        "Themamaand gezondheid", "Gezondheid als thema in de Taalhuisweek", "Bijeenkomst over dementie",
        "Lezing over kanker en werk", "Voorlezen aan zieke kinderen", "Muziek en boeken", "Fysiek aanwezig zijn",
        "Klassieke muziek", "Publiek ontvangen", "Collega nodig voor het Informatiepunt Digitale Overheid",
        "De Bibliotheek op school", "Tijdelijk meer mensen nodig", "Bibliotheek aan huis", "Training mentale veerkracht",
        "I'll open the desk", "Still some skills needed", "Classics and music", "We are ill-equipped for the rush",
        "Health information desk", "Homesick: a reading evening", "Talk about surgery robots", "Milling about",
        "Boekenweek door heel Drenthe", "Vervanging door drukte", "Bemiddeling", "Villa Kakelbont", ""})
    void leavesPlacesAndThemesAlone(String text) {
        assertThat(HealthWords.find(text)).isEmpty();
    }

    @Test
    void tellsTheFirstOfSeveral() {
        assertThat(HealthWords.find("wegens griep en daarna ziek")).hasValueSatisfying(h -> assertThat(h.word()).isEqualTo("griep"));
    }

    @Test
    void theViolationShowsTheWordAtItsField() {
        assertThat(HealthWords.check("description", "Anne is ziek")).hasValueSatisfying(v -> {
            assertThat(v.field()).isEqualTo("description");
            assertThat(v.key()).isEqualTo("request.text.health");
            assertThat(v.arguments()).containsExactly("ziek");
        });
        assertThat(HealthWords.check("description", null)).isEmpty();
    }

    @Test
    void aLongTextIsReadInLinearTime() {
        String text = "door de de de ziek".replace("ziek", "zie ") .repeat(5_000);

        assertThat(HealthWords.find(text)).isEmpty();
    }
}
