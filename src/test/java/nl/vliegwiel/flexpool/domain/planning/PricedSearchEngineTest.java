package nl.vliegwiel.flexpool.domain.planning;

import static nl.vliegwiel.flexpool.domain.planning.SmallWeek.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricedSearchEngineTest {
    private static final Path EXAMPLE = Path.of("src/test/resources/planning/example-60x40.json");
    private final PlanningEngine engine = new PricedSearchEngine();

    @Test
    void the_example_ends_at_the_proven_optimum() throws IOException {
        ExchangeFormat week = ExchangeFormat.read(EXAMPLE);
        PlanProposal proposal = SmallWeek.plan(week.problem());
        PlanCheck check = PlanCheck.of(week.root(), week.csv(proposal.plan()));
        assertThat(check.faults()).isEmpty();
        assertThat(check.value()).isEqualTo(77_594).isEqualTo(proposal.value()).isEqualTo(proposal.bound());
        assertThat(check.covered()).isEqualTo(33).isEqualTo(proposal.plan().covered());
    }

    @Test
    void tiny_weeks_lie_between_plan_and_bound_and_mostly_end_at_the_optimum() {
        int optimal = 0;
        for (int seed = 0; seed < 60; seed++) {
            ExchangeFormat week = RandomWeek.of(4 + seed % 3, 5 + seed % 3, 12, seed);
            PlanProposal proposal = engine.plan(week.problem(), new PlanningEffort(300, 3, 2_000, 1), PlanningWatch.NONE);
            long optimum = BestPlan.valueOf(week.root());
            PlanCheck check = PlanCheck.of(week.root(), week.csv(proposal.plan()));
            assertThat(check.faults()).as("seed %d", seed).isEmpty();
            assertThat(check.value()).as("seed %d", seed).isEqualTo(proposal.value()).isLessThanOrEqualTo(optimum);
            assertThat(proposal.bound()).as("seed %d", seed).isGreaterThanOrEqualTo(optimum);
            optimal += proposal.value() == optimum ? 1 : 0;
        }
        assertThat(optimal).isGreaterThanOrEqualTo(59);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 40})
    void any_prices_give_a_bound_however_early_the_search_for_them_ends(int steps) {
        for (int seed = 0; seed < 12; seed++) {
            ExchangeFormat week = RandomWeek.of(5, 6, 10, seed);
            long optimum = BestPlan.valueOf(week.root());
            assertThat(engine.plan(week.problem(), new PlanningEffort(steps, 0, 0, 1), PlanningWatch.NONE).bound())
                    .as("seed %d", seed).isGreaterThanOrEqualTo(optimum);
        }
    }

    @Test
    void a_week_with_too_few_people_keeps_the_rules_and_comes_close_to_the_bound() {
        ExchangeFormat week = RandomWeek.of(75, 150, 20, 5);
        PlanProposal proposal = SmallWeek.plan(week.problem());
        PlanCheck check = PlanCheck.of(week.root(), week.csv(proposal.plan()));
        assertThat(check.faults()).isEmpty();
        assertThat(check.value()).isEqualTo(proposal.value());
        assertThat(proposal.quality()).isGreaterThan(0.997);
    }

    @Test
    void the_same_week_gives_the_same_plan() {
        PlanningProblem problem = RandomWeek.of(100, 120, 25, 8).problem();
        PlanProposal one = SmallWeek.plan(problem);
        PlanProposal two = SmallWeek.plan(problem);
        assertThat(two.plan()).isEqualTo(one.plan());
        assertThat(two.bound()).isEqualTo(one.bound());
        assertThat(two.prices()).isEqualTo(one.prices());
    }

    @Test
    void important_shifts_go_first() {
        PlanProposal proposal = new SmallWeek().person()
                .shift(0, 540, 720)
                .shift(new OpenShift(0, new Stretch(600, 780), 2, List.of(new SkillNeed(0, 1)))).planned();
        assertThat(proposal.plan().isOpen(0)).isTrue();
        assertThat(proposal.plan().personOf(1)).isZero();
        assertThat(proposal.value()).isEqualTo(2100).isEqualTo(proposal.bound());
    }

    @Test
    void work_is_spread_and_earlier_weeks_count() {
        SmallWeek even = new SmallWeek().person().person();
        SmallWeek after = new SmallWeek().person(new PlanPerson(new Place(0, 0), 50, 2400, Map.of(0, 1), List.of(new Stretch(0, 7 * DAY)), List.of(), 4)).person();
        for (int day = 0; day < 4; day++) {
            even.shift(0, day * DAY + 540, day * DAY + 720);
            after.shift(0, day * DAY + 540, day * DAY + 720);
        }
        assertThat(even.planned().plan().shiftsOf(0)).hasSize(2);
        assertThat(even.planned().value()).isEqualTo(4 * 1100 - 2 * 6);
        assertThat(after.planned().plan().shiftsOf(0)).isEmpty();
    }

    @Test
    void a_pin_stays_although_others_would_do_better() {
        PlanningProblem free = RandomWeek.of(20, 25, 15, 2).problem();
        PlanProposal without = SmallWeek.plan(free);
        Eligibility eligibility = new Eligibility(free);
        for (int shift = 0; shift < 25; shift++) {
            for (int person = 0; person < 20; person++) {
                if (eligibility.may(shift, person) && without.plan().personOf(shift) != person) {
                    PlanningProblem pinned = free.pin(new Pairing(shift, person));
                    PlanProposal with = engine.replan(pinned, without, PlanningEffort.mend(), PlanningWatch.NONE);
                    assertThat(with.plan().personOf(shift)).isEqualTo(person);
                    assertThat(with.value()).isLessThanOrEqualTo(without.bound()).isLessThanOrEqualTo(with.bound());
                    assertThat(with.value()).isGreaterThan(without.value() - 3200);
                }
            }
        }
    }

    @Test
    void pins_count_in_value_minutes_and_spread_as_other_shifts_do() {
        ExchangeFormat week = RandomWeek.of(30, 40, 15, 4);
        PlanProposal free = SmallWeek.plan(week.problem());
        List<Pairing> pins = free.plan().notIn(Plan.empty(40));
        PlanningProblem allPinned = new PlanningProblem(week.problem().branches(), week.problem().people(), week.problem().shifts(), pins, Set.of(),
                PlanningRules.STANDARD, PlanWeights.STANDARD);
        PlanProposal pinned = SmallWeek.plan(allPinned);
        assertThat(pinned.plan()).isEqualTo(free.plan());
        assertThat(pinned.value()).isEqualTo(free.value()).isEqualTo(PlanCheck.of(week.root(), week.csv(pinned.plan())).value());
        for (Pairing pin : pins) {
            PlanProposal one = engine.replan(week.problem().pin(pin), free, PlanningEffort.mend(), PlanningWatch.NONE);
            PlanCheck check = PlanCheck.of(week.root(), week.csv(one.plan()));
            assertThat(check.faults()).isEmpty();
            assertThat(check.value()).isEqualTo(one.value());
        }
    }

    @Test
    void planning_again_without_a_change_changes_nothing() {
        PlanningProblem problem = RandomWeek.of(120, 100, 25, 6).problem();
        PlanProposal first = SmallWeek.plan(problem);
        PlanProposal again = engine.replan(problem, first, PlanningEffort.mend(), PlanningWatch.NONE);
        assertThat(again.value()).isGreaterThanOrEqualTo(first.value());
        assertThat(again.plan().notIn(first.plan())).hasSizeLessThanOrEqualTo((int) (again.value() - first.value()));
    }

    @Test
    void forbidding_one_pair_moves_few_others() {
        PlanningProblem problem = RandomWeek.of(120, 100, 25, 6).problem();
        PlanProposal first = SmallWeek.plan(problem);
        Pairing unwanted = first.plan().notIn(Plan.empty(100)).get(10);
        PlanProposal mended = engine.replan(problem.forbid(unwanted), first, PlanningEffort.mend(), PlanningWatch.NONE);
        assertThat(mended.plan().personOf(unwanted.shift())).isNotEqualTo(unwanted.person());
        assertThat(mended.plan().notIn(first.plan())).hasSizeLessThan(8);
    }

    @Test
    void the_first_report_is_a_usable_plan_and_reports_only_get_better() {
        ExchangeFormat week = RandomWeek.of(150, 200, 25, 9);
        List<PlanProgress> reports = new ArrayList<>();
        PlanProposal proposal = engine.plan(week.problem(), PlanningEffort.full(week.problem()), new PlanningWatch() {
            @Override
            public boolean stop() {
                return false;
            }

            @Override
            public void better(PlanProgress progress) {
                reports.add(progress);
            }
        });
        assertThat(PlanCheck.of(week.root(), week.csv(reports.get(0).plan())).faults()).isEmpty();
        assertThat(reports.get(0).value()).isGreaterThan(proposal.value() * 8 / 10);
        for (int i = 1; i < reports.size(); i++) {
            assertThat(reports.get(i).value()).isGreaterThanOrEqualTo(reports.get(i - 1).value());
            assertThat(reports.get(i).bound()).isLessThanOrEqualTo(reports.get(i - 1).bound());
            assertThat(reports.get(i).share()).isBetween(reports.get(i - 1).share(), 1.0);
        }
        assertThat(reports.get(reports.size() - 1).plan()).isEqualTo(proposal.plan());
        assertThat(proposal.stopped()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 200, 1000})
    void whoever_stops_gets_the_best_so_far_with_a_true_bound(int looks) {
        ExchangeFormat week = RandomWeek.of(150, 200, 25, 9);
        int[] left = {looks};
        PlanProposal proposal = engine.plan(week.problem(), PlanningEffort.full(week.problem()), new PlanningWatch() {
            @Override
            public boolean stop() {
                return left[0]-- <= 0;
            }

            @Override
            public void better(PlanProgress progress) {
                // only the end matters here
            }
        });
        PlanCheck check = PlanCheck.of(week.root(), week.csv(proposal.plan()));
        assertThat(proposal.stopped()).isTrue();
        assertThat(check.faults()).isEmpty();
        assertThat(check.value()).isEqualTo(proposal.value()).isLessThanOrEqualTo(proposal.bound());
    }

    @Test
    void an_empty_week_is_planned_at_once() {
        assertThat(new SmallWeek().planned().quality()).isEqualTo(1);
        assertThat(new SmallWeek().person().planned().value()).isZero();
        PlanProposal nobody = new SmallWeek().shift(0, 540, 720).planned();
        assertThat(nobody.plan().isOpen(0)).isTrue();
        assertThat(nobody.bound()).isZero();
    }

    @Test
    void a_proposal_of_another_week_is_refused() {
        PlanProposal other = new SmallWeek().person().shift(0, 540, 720).shift(0, 900, 960).planned();
        PlanningProblem problem = new SmallWeek().person().shift(0, 540, 720).problem();
        assertThatThrownBy(() -> engine.replan(problem, other, PlanningEffort.mend(), PlanningWatch.NONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void somebody_with_very_many_possible_shifts_still_gets_a_true_bound() {
        SmallWeek week = new SmallWeek().person();
        for (int shift = 0; shift < 300; shift++) {
            week.shift(0, shift % 7 * DAY + 480 + shift, shift % 7 * DAY + 540 + shift);
        }
        PlanProposal proposal = week.planned();
        assertThat(proposal.value()).isLessThanOrEqualTo(proposal.bound());
        assertThat(proposal.plan().covered()).isGreaterThan(25);
    }
}
