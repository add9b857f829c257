package nl.vliegwiel.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import nl.vliegwiel.notification.domain.Preferences.Channel;
import nl.vliegwiel.platform.outbox.Timing.How;
import nl.vliegwiel.platform.outbox.Timing.Moment;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When and how messages come, with fixed dates. */
class PreferencesTest {
    private static final Optional<Topic> NEWS = Optional.of(Topic.NEW_REQUESTS);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zones.AMSTERDAM).toInstant();
    }

    private static Moment moment(Channel channel, boolean lastMinute, String now) {
        return Preferences.USUAL.with(Topic.NEW_REQUESTS, channel).moment(NEWS, lastMinute, at(now));
    }

    @Test
    void byDayANewRequestComesAtOnce() {
        assertThat(moment(Channel.AT_ONCE, false, "2026-11-24T14:00").how()).isEqualTo(How.NOW);
    }

    @Test
    void inTheEveningItWaitsForTheMorning() {
        assertThat(moment(Channel.AT_ONCE, false, "2026-11-24T20:00")).isEqualTo(Moment.later(at("2026-11-25T07:30")));
        assertThat(moment(Channel.AT_ONCE, false, "2026-11-25T03:00")).isEqualTo(Moment.later(at("2026-11-25T07:30")));
        assertThat(moment(Channel.AT_ONCE, false, "2026-11-25T07:30").how()).isEqualTo(How.NOW);
        assertThat(moment(Channel.AT_ONCE, false, "2026-11-24T19:59").how()).isEqualTo(How.NOW);
    }

    @Test
    void lastMinuteAndDecisionsNeverWait() {
        assertThat(moment(Channel.AT_ONCE, true, "2026-11-24T23:00").how()).isEqualTo(How.NOW);
        assertThat(moment(Channel.WEEKLY, true, "2026-11-24T23:00").how()).isEqualTo(How.NOW);
        assertThat(Preferences.USUAL.moment(Optional.empty(), false, at("2026-11-24T23:00")).how()).isEqualTo(How.NOW);
        assertThat(moment(Channel.ONLY_HERE, true, "2026-11-24T12:00").how()).as("who wants no mail gets none").isEqualTo(How.SHOWN);
    }

    @Test
    void togetherIsAtEightOfTheNextDayOrMonday() {
        assertThat(moment(Channel.DAILY, false, "2026-11-24T07:59")).isEqualTo(Moment.together(at("2026-11-24T08:00")));
        assertThat(moment(Channel.DAILY, false, "2026-11-24T08:00")).isEqualTo(Moment.together(at("2026-11-25T08:00")));
        assertThat(moment(Channel.WEEKLY, false, "2026-11-24T12:00")).isEqualTo(Moment.together(at("2026-11-30T08:00")));
        assertThat(moment(Channel.WEEKLY, false, "2026-11-30T07:00")).isEqualTo(Moment.together(at("2026-11-30T08:00")));
        assertThat(moment(Channel.WEEKLY, false, "2026-11-30T09:00")).isEqualTo(Moment.together(at("2026-12-07T08:00")));
        assertThat(moment(Channel.DAILY, false, "2026-12-31T20:00")).as("over the end of the year").isEqualTo(Moment.together(at("2027-01-01T08:00")));
    }

    @Test
    void aDigestKeepsToHerQuietHoursToo() {
        Preferences longSleep = new Preferences(0, QuietHours.of("22:00", "10:00"), Map.of(Topic.HOURS, Channel.DAILY));
        assertThat(longSleep.moment(Optional.of(Topic.HOURS), false, at("2026-11-24T12:00"))).isEqualTo(Moment.together(at("2026-11-25T10:00")));
    }

    @Test
    void bothClockChangesKeepTheWallClock() {
        assertThat(moment(Channel.AT_ONCE, false, "2027-03-27T23:00")).as("a night of 23 hours").isEqualTo(Moment.later(Instant.parse("2027-03-28T05:30:00Z")));
        assertThat(moment(Channel.AT_ONCE, false, "2027-10-30T23:00")).as("a night of 25 hours").isEqualTo(Moment.later(Instant.parse("2027-10-31T06:30:00Z")));
        assertThat(moment(Channel.DAILY, false, "2027-03-27T23:00").at()).isEqualTo(Instant.parse("2027-03-28T06:00:00Z"));
        QuietHours untilTheGap = QuietHours.of("23:00", "02:30");
        assertThat(untilTheGap.next(Instant.parse("2027-03-28T00:30:00Z"))).as("half past two is not there that night").isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(untilTheGap.next(Instant.parse("2027-10-30T23:30:00Z"))).as("the first of two half past twos").isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(untilTheGap.next(Instant.parse("2027-10-31T01:10:00Z"))).as("quiet again until the second").isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
    }

    @Test
    void quietByDayAndNoQuietAtAll() {
        QuietHours lunch = QuietHours.of("12:00", "13:00");
        assertThat(lunch.isQuiet(at("2026-11-24T12:30"))).isTrue();
        assertThat(lunch.isQuiet(at("2026-11-24T13:00"))).isFalse();
        assertThat(QuietHours.of("08:00", "08:00").isQuiet(at("2026-11-24T08:00"))).isFalse();
    }

    @Test
    void whatIsNoTimeIsNamed() {
        assertThatThrownBy(() -> QuietHours.of("25:00", null)).isInstanceOfSatisfying(RuleViolation.class,
            refused -> assertThat(refused.violations()).extracting(one -> one.field()).containsExactly("quietFrom", "quietTo"));
        assertThatThrownBy(() -> new Preferences(-1, QuietHours.USUAL, Map.of()).requireSensible()).isInstanceOf(RuleViolation.class);
        assertThat(QuietHours.USUAL.fromText() + " " + QuietHours.USUAL.toText()).isEqualTo("20:00 07:30");
    }

    @ParameterizedTest
    @CsvSource({"REQUEST_FITS, NEW_REQUESTS", "HOURS_SUBMITTED, HOURS", "PLACEMENT_CONSENTED, PLACEMENTS", "FAVOURITE_AGREED, FAVOURITES", "QUESTION_ANSWERED, QUESTIONS",
        "PLACEMENT_PROPOSED,", "PLACEMENT_CONFIRMED,", "PLACEMENT_CANCELLED,", "FAVOURITE_ASKED,", "QUESTION_ASKED,", "EMPLOYEE_INVITED,", "LOAN_REMINDER,", "DIGEST,", "ROLE_CHANGED,"})
    void whatDecidesOrAsksBelongsToNoTopic(String kind, Topic topic) {
        assertThat(Topic.of(kind)).isEqualTo(Optional.ofNullable(topic));
    }
}
