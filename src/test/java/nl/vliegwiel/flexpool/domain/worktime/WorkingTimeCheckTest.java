package nl.vliegwiel.flexpool.domain.worktime;

import static nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule.BREAK;
import static nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule.CONTRACT_AND_OFFERED_HOURS;
import static nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule.DAILY_REST;
import static nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule.MEAN_OF_FOUR_WEEKS;
import static nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule.MEAN_OF_SIXTEEN_WEEKS;
import static nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule.OFFERED_HOURS;
import static nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule.SHIFT_LENGTH;
import static nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule.SHORTENED_DAILY_REST;
import static nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule.TRAVEL_BETWEEN_WORK;
import static nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule.WEEK;
import static nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule.WEEKLY_REST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Monday 3 May 2027 is the usual day of the shift; the week runs from Sunday 2 to Saturday 8 May. */
class WorkingTimeCheckTest {
    private static final int PLENTY = 168 * 60;

    @Test
    void anOrdinaryShiftBreaksNothing() {
        assertThat(check(loan("2027-05-03T09:00", "2027-05-03T17:00", 30))).isEmpty();
    }

    @Nested
    class ShiftLength {
        @Test
        void twelveHoursOfWorkAreAllowedAndAMinuteMoreIsNot() {
            assertThat(check(loan("2027-05-03T08:00", "2027-05-03T20:45", 45))).isEmpty();
            var finding = only(SHIFT_LENGTH, check(loan("2027-05-03T08:00", "2027-05-03T20:46", 45)));
            assertThat(finding.figureMinutes()).isEqualTo(721);
            assertThat(finding.limitMinutes()).isEqualTo(720);
            assertThat(finding.isHard()).isTrue();
        }

        @Test
        void workAtTwoLibrariesOnOneDayIsOneShift() {
            var findings = check(loan("2027-05-03T13:00", "2027-05-03T21:00", 30), home("2027-05-03T07:00", "2027-05-03T12:00", 0));

            assertThat(only(SHIFT_LENGTH, findings).figureMinutes()).isEqualTo(12 * 60 + 30);
            assertThat(only(SHIFT_LENGTH, findings).window()).isEqualTo(period("2027-05-03T07:00", "2027-05-03T21:00"));
        }

        @Test
        void theNightOfTheClockChangeCountsInRealTime() {
            assertThat(check(loan("2027-03-27T18:00", "2027-03-28T07:45", 45))).isEmpty();
            assertThat(only(SHIFT_LENGTH, check(loan("2027-10-30T18:00", "2027-10-31T06:45", 45))).figureMinutes()).isEqualTo(13 * 60);
        }
    }

    @Nested
    class Break {
        @Test
        void upToFiveAndAHalfHoursNeedsNone() {
            assertThat(check(loan("2027-05-03T09:00", "2027-05-03T14:30", 0))).isEmpty();
        }

        @Test
        void aboveThatLessThanAQuarterIsHardAndLessThanHalfAnHourSoft() {
            assertThat(only(BREAK, check(loan("2027-05-03T09:00", "2027-05-03T17:00", 10)))).satisfies(f -> {
                assertThat(f.severity()).isEqualTo(Severity.HARD);
                assertThat(f.limitMinutes()).isEqualTo(15);
            });
            assertThat(only(BREAK, check(loan("2027-05-03T09:00", "2027-05-03T17:00", 20)))).satisfies(f -> {
                assertThat(f.severity()).isEqualTo(Severity.SOFT);
                assertThat(f.limitMinutes()).isEqualTo(30);
                assertThat(f.figureMinutes()).isEqualTo(20);
            });
        }

        @Test
        void aboveTenHoursThreeQuartersAreUsual() {
            assertThat(only(BREAK, check(loan("2027-05-03T08:00", "2027-05-03T18:35", 30))).limitMinutes()).isEqualTo(45);
        }
    }

    @Nested
    class DailyRest {
        @Test
        void elevenHoursAreEnough() {
            assertThat(check(loan("2027-05-03T09:00", "2027-05-03T17:00", 30),
                    home("2027-05-02T14:00", "2027-05-02T22:00", 30))).isEmpty();
        }

        @Test
        void lessIsAllowedOnceAndStillTold() {
            var finding = only(SHORTENED_DAILY_REST, check(loan("2027-05-03T08:30", "2027-05-03T17:00", 30),
                    home("2027-05-02T14:00", "2027-05-02T22:00", 30)));

            assertThat(finding.severity()).isEqualTo(Severity.SOFT);
            assertThat(finding.figureMinutes()).isEqualTo(630);
            assertThat(finding.limitMinutes()).isEqualTo(660);
        }

        @Test
        void theSecondTimeWithinSevenDaysIsHard() {
            var findings = check(loan("2027-05-06T08:00", "2027-05-06T12:00", 0),
                    home("2027-05-05T14:00", "2027-05-05T22:00", 30),
                    home("2027-05-02T14:00", "2027-05-02T22:00", 30), home("2027-05-03T08:00", "2027-05-03T12:00", 0));

            assertThat(only(DAILY_REST, findings)).satisfies(f -> {
                assertThat(f.key()).isEqualTo("worktime.finding.dailyRestTwice");
                assertThat(f.figureMinutes()).isEqualTo(600);
                assertThat(f.window()).isEqualTo(period("2027-05-05T14:00", "2027-05-06T14:00"));
            });
        }

        @Test
        void aDayStretchedOverBothLibrariesLeavesTooLittle() {
            var findings = check(loan("2027-05-03T21:00", "2027-05-04T01:00", 0), home("2027-05-03T08:00", "2027-05-03T14:00", 30));

            assertThat(only(DAILY_REST, findings).figureMinutes()).isEqualTo(7 * 60);
        }

        @Test
        void restOnlyBetweenOtherPiecesOfWorkIsNotThisShiftsAffair() {
            assertThat(check(loan("2027-05-20T09:00", "2027-05-20T17:00", 30),
                    home("2027-05-02T14:00", "2027-05-02T23:00", 30), home("2027-05-03T06:00", "2027-05-03T12:00", 0))).isEmpty();
        }

        @Test
        void theNightThatLosesAnHourHasAnHourLessRest() {
            var finding = only(SHORTENED_DAILY_REST, check(loan("2027-03-28T09:00", "2027-03-28T13:00", 0),
                    home("2027-03-27T16:00", "2027-03-27T22:00", 0)));

            assertThat(finding.figureMinutes()).isEqualTo(600);
        }
    }

    @Nested
    class WeeklyRest {
        @Test
        void fiveDaysAndAWeekendAreFine() {
            assertThat(check(loan("2027-05-07T09:00", "2027-05-07T17:00", 30), weekdays("2027-05-03", 4))).isEmpty();
        }

        @Test
        void sevenDaysInARowAreNotWhenTheNextWeekIsFullToo() {
            List<Work> others = new ArrayList<>(weekdays("2027-05-03", 6));
            others.addAll(weekdays("2027-05-10", 7));
            var findings = check(loan("2027-05-09T12:00", "2027-05-09T14:00", 0), others);

            assertThat(only(WEEKLY_REST, findings)).satisfies(f -> {
                assertThat(f.limitMinutes()).isEqualTo(36 * 60);
                assertThat(f.figureMinutes()).isLessThan(36 * 60);
                assertThat(f.window().start()).isEqualTo(period("2027-05-03T09:00", "2027-05-03T10:00").start());
            });
        }

        @Test
        void aLongerRestInTheFortnightMakesUpForIt() {
            List<Work> others = new ArrayList<>(weekdays("2027-05-03", 6));
            others.addAll(weekdays("2027-05-10", 3));

            assertThat(check(loan("2027-05-09T12:00", "2027-05-09T14:00", 0), others)).isEmpty();
        }
    }

    @Nested
    class SumsOfHours {
        @Test
        void sixtyHoursAWeekAreAllowedAndMoreIsNot() {
            List<Work> five = days("2027-05-02", 5, "08:00", "18:45", 45);
            assertThat(rules(check(loan("2027-05-07T08:00", "2027-05-07T18:45", 45), five))).doesNotContain(WEEK);

            var finding = only(WEEK, check(loan("2027-05-07T08:00", "2027-05-07T18:46", 45), five));
            assertThat(finding.figureMinutes()).isEqualTo(3601);
            assertThat(finding.window()).isEqualTo(period("2027-05-02T00:00", "2027-05-09T00:00"));
        }

        @Test
        void theWeekBeginsOnTheDayThatTheSettingSays() {
            List<Work> five = days("2027-05-04", 5, "08:00", "18:45", 45);
            Work sunday = loan("2027-05-09T08:00", "2027-05-09T18:50", 45);

            assertThat(rules(check(sunday, five))).doesNotContain(WEEK);
            assertThat(rules(new WorkingTimeCheck(Limits.law()).check(new WorkRecord(sunday, five, HomeHours.known(0), PLENTY,
                    DayOfWeek.MONDAY)))).contains(WEEK);
        }

        @Test
        void workOverTheEndOfTheWeekIsSharedOut() {
            List<Work> five = days("2027-05-02", 5, "08:00", "18:45", 45);
            Work overnight = loan("2027-05-08T16:00", "2027-05-09T04:00", 0);

            assertThat(rules(check(overnight, five))).doesNotContain(WEEK);
        }

        @Test
        void fiftyFiveHoursOnAverageOverFourWeeks() {
            List<Work> weeks = new ArrayList<>();
            for (int week = 0; week < 4; week++) {
                weeks.addAll(days(LocalDate.of(2027, 5, 3).plusWeeks(week).toString(), 5, "08:00", "19:45", 45));
            }
            assertThat(rules(check(loan("2027-06-07T08:00", "2027-06-07T19:45", 45), weeks))).isEmpty();

            var finding = only(MEAN_OF_FOUR_WEEKS, check(loan("2027-05-29T10:00", "2027-05-29T11:00", 0), weeks));
            assertThat(finding.figureMinutes()).isEqualTo(3315);
            assertThat(finding.window()).isEqualTo(period("2027-05-02T00:00", "2027-05-30T00:00"));
        }

        @Test
        void fortyEightHoursOnAverageOverSixteenWeeks() {
            List<Work> weeks = new ArrayList<>();
            for (int week = 0; week < 16; week++) {
                weeks.addAll(days(LocalDate.of(2027, 5, 3).plusWeeks(week).toString(), 5, "08:00", "18:21", 45));
            }
            var finding = only(MEAN_OF_SIXTEEN_WEEKS, check(loan("2027-05-08T10:00", "2027-05-08T11:00", 0), weeks));

            assertThat(finding.figureMinutes()).isEqualTo(2884);
            assertThat(finding.limitMinutes()).isEqualTo(2880);
            assertThat(finding.window()).isEqualTo(period("2027-05-02T00:00", "2027-08-22T00:00"));
        }
    }

    @Nested
    class TravelBetween {
        @Test
        void theGapHasToHoldTheJourney() {
            Work home = home("2027-05-03T08:00", "2027-05-03T12:00", 0);

            assertThat(check(loan("2027-05-03T13:30", "2027-05-03T17:00", 0), home.withTravel(90))).isEmpty();
            assertThat(only(TRAVEL_BETWEEN_WORK, check(loan("2027-05-03T13:29", "2027-05-03T17:00", 0), home.withTravel(90))))
                    .satisfies(f -> {
                        assertThat(f.figureMinutes()).isEqualTo(89);
                        assertThat(f.limitMinutes()).isEqualTo(90);
                    });
        }
    }

    @Nested
    class ContractAndOffer {
        @Test
        void loansBeyondTheOfferAreASoftFinding() {
            var record = new WorkRecord(loan("2027-05-04T09:00", "2027-05-04T17:00", 30),
                    List.of(loan("2027-05-03T09:00", "2027-05-03T17:00", 30)), HomeHours.assumed(1440), 8 * 60, DayOfWeek.SUNDAY);
            var findings = new WorkingTimeCheck(Limits.law()).check(record);

            assertThat(only(OFFERED_HOURS, findings).figureMinutes()).isEqualTo(15 * 60);
            assertThat(only(OFFERED_HOURS, findings).severity()).isEqualTo(Severity.SOFT);
        }

        @Test
        void allWorkIsHeldAgainstContractAndOffer() {
            var record = new WorkRecord(loan("2027-05-07T09:00", "2027-05-07T17:00", 30), weekdays("2027-05-03", 4),
                    HomeHours.known(24 * 60), 8 * 60, DayOfWeek.SUNDAY);

            assertThat(only(CONTRACT_AND_OFFERED_HOURS, new WorkingTimeCheck(Limits.law()).check(record)).figureMinutes())
                    .isEqualTo(5 * 450);
        }
    }

    @Nested
    class UnknownRoster {
        @Test
        void aLoanTakesThePlaceOfContractHoursUnlessSaidOtherwise() {
            Work shift = loan("2027-05-07T08:00", "2027-05-07T18:30", 45);
            List<Work> loans = days("2027-05-03", 3, "08:00", "18:30", 45);

            assertThat(rules(with(HomeHours.assumed(36 * 60), shift, loans))).doesNotContain(WEEK);
            assertThat(rules(with(HomeHours.onTop(36 * 60), shift, loans))).contains(WEEK);
        }

        @Test
        void homeWorkInTheTimeOfTheShiftIsTakenToBeReleased() {
            var findings = check(loan("2027-05-03T12:00", "2027-05-03T20:00", 30), home("2027-05-03T08:00", "2027-05-03T17:00", 30));

            assertThat(findings).isEmpty();
        }

        private List<Finding> with(HomeHours home, Work shift, List<Work> loans) {
            return new WorkingTimeCheck(Limits.law()).check(new WorkRecord(shift, loans, home, PLENTY, DayOfWeek.SUNDAY));
        }
    }

    @Nested
    class DatedLimits {
        @Test
        void theLimitOfTheDayOfTheShiftHolds() {
            var limits = new WorkingTimeLimits(List.of(
                    new WorkingTimeLimit(SHIFT_LENGTH, 720, 1, WindowUnit.SHIFT, Severity.HARD, "old",
                            LocalDate.of(2020, 1, 1), LocalDate.of(2027, 4, 30)),
                    new WorkingTimeLimit(SHIFT_LENGTH, 600, 1, WindowUnit.SHIFT, Severity.HARD, "new", LocalDate.of(2027, 5, 1), null)));
            var check = new WorkingTimeCheck(limits);

            assertThat(check.check(record(loan("2027-04-30T08:00", "2027-04-30T19:00", 0), List.of()))).isEmpty();
            assertThat(check.check(record(loan("2027-05-01T08:00", "2027-05-01T19:00", 0), List.of()))).hasSize(1);
            assertThat(limits.versionOn(LocalDate.of(2027, 4, 30))).isEqualTo("2020-01-01");
            assertThat(limits.versionOn(LocalDate.of(2027, 5, 1))).isEqualTo("2027-05-01");
            assertThat(limits.versionOn(LocalDate.of(2019, 5, 1))).isEqualTo("none");
        }

        @Test
        void withoutLimitsNothingIsFound() {
            assertThat(new WorkingTimeCheck(new WorkingTimeLimits(List.of()))
                    .check(record(loan("2027-05-01T00:00", "2027-05-01T23:00", 0), List.of()))).isEmpty();
        }
    }

    @Test
    void hardFindingsComeFirst() {
        var findings = check(loan("2027-05-03T05:00", "2027-05-03T22:00", 10));

        assertThat(findings).extracting(Finding::severity).isSorted();
        assertThat(rules(findings)).contains(SHIFT_LENGTH, DAILY_REST, BREAK);
    }

    @Test
    void aFindingSaysHoursAndDates() {
        var finding = only(SHIFT_LENGTH, check(loan("2027-05-03T08:00", "2027-05-03T21:15", 45)));

        assertThat(finding.arguments()).hasToString("[12.5, 12, 2027-05-03, 2027-05-03]");
    }

    private static List<Finding> check(Work candidate, Work... others) {
        return check(candidate, List.of(others));
    }

    private static List<Finding> check(Work candidate, List<Work> others) {
        return new WorkingTimeCheck(Limits.law()).check(record(candidate, others));
    }

    private static WorkRecord record(Work candidate, List<Work> others) {
        return new WorkRecord(candidate, others, HomeHours.known(0), PLENTY, DayOfWeek.SUNDAY);
    }

    private static Finding only(WorkingTimeRule rule, List<Finding> findings) {
        var found = findings.stream().filter(f -> f.rule() == rule).toList();
        assertThat(found).as(rule + " in " + findings).hasSize(1);
        return found.get(0);
    }

    private static List<WorkingTimeRule> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private static List<Work> weekdays(String first, int number) {
        return days(first, number, "09:00", "17:00", 30);
    }

    private static List<Work> days(String first, int number, String from, String to, int breakMinutes) {
        List<Work> work = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String date = LocalDate.parse(first).plusDays(i).toString();
            work.add(loan(date + "T" + from, date + "T" + to, breakMinutes));
        }
        return work;
    }

    private static Work loan(String from, String to, int breakMinutes) {
        return Work.loan(period(from, to), breakMinutes);
    }

    private static Work home(String from, String to, int breakMinutes) {
        return Work.atHome(period(from, to), breakMinutes);
    }

    private static Period period(String from, String to) {
        return new Period(LocalDateTime.parse(from).atZone(Zones.AMSTERDAM).toInstant(),
                LocalDateTime.parse(to).atZone(Zones.AMSTERDAM).toInstant());
    }
}
