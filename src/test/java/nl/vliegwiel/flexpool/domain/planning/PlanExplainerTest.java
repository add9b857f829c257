package nl.vliegwiel.flexpool.domain.planning;

import static nl.vliegwiel.flexpool.domain.planning.SmallWeek.DAY;
import static nl.vliegwiel.flexpool.domain.planning.SmallWeek.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanExplainerTest {
    private static final Place HOME = new Place(0, 0);
    private static final List<Stretch> ALWAYS = List.of(new Stretch(0, 7 * DAY));

    @Test
    void the_parts_of_all_assignments_add_up_to_the_value() {
        PlanningProblem free = RandomWeek.of(60, 80, 20, 3).problem();
        PlanProposal first = SmallWeek.plan(free);
        PlanningProblem problem = free.pin(first.plan().notIn(Plan.empty(80)).get(5));
        PlanProposal proposal = SmallWeek.plan(problem);
        PlanExplainer explainer = new PlanExplainer(problem, proposal);
        long sum = 0;
        for (int shift = 0; shift < 80; shift++) {
            if (!proposal.plan().isOpen(shift)) {
                sum += explainer.assignment(shift).total();
            }
        }
        assertThat(sum).isEqualTo(proposal.value());
    }

    @Test
    void an_assignment_names_its_parts() {
        PlanPerson expert = new PlanPerson(HOME, 50, 2400, Map.of(0, 3), ALWAYS, List.of(), 2, 5);
        PlanningProblem problem = new SmallWeek().branch(10).person(expert)
                .shift(new OpenShift(1, new Stretch(540, 720), 2, List.of(new SkillNeed(0, 1)))).pin(0, 0).problem();
        AssignmentParts parts = new PlanExplainer(problem, SmallWeek.plan(problem)).assignment(0);
        assertThat(parts).isEqualTo(new AssignmentParts(0, 0, true, 2000, 2, 24, 10, 16, 60, 1, 14, 10));
        assertThat(parts.total()).isEqualTo(2036);
    }

    @Test
    void an_open_shift_shows_by_which_rule_people_drop_out() {
        PlanningProblem problem = new SmallWeek().branch(20)
                .person(new PlanPerson(HOME, 50, 2400, Map.of(), ALWAYS))
                .person(new PlanPerson(HOME, 50, 2400, Map.of(0, 1), ALWAYS))
                .person(new PlanPerson(HOME, 17, 2400, Map.of(0, 2), ALWAYS))
                .person(new PlanPerson(HOME, 16, 2400, Map.of(0, 2), ALWAYS))
                .person(new PlanPerson(HOME, 50, 60, Map.of(0, 2), ALWAYS))
                .shift(new OpenShift(1, new Stretch(540, 780), 1, List.of(new SkillNeed(0, 2)))).problem();
        UnfilledShift open = new PlanExplainer(problem, SmallWeek.plan(problem)).unfilled(0);
        assertThat(open.funnel()).isEqualTo(Map.of(PlanRule.SKILL, 1, PlanRule.LEVEL, 1, PlanRule.DISTANCE, 2, PlanRule.MINUTES, 1));
        assertThat(open.could()).isZero();
        assertThat(open.help()).contains(new UnfilledShift.Help(PlanRule.DISTANCE, 5, 2));
    }

    @Test
    void where_no_small_step_helps_the_bigger_one_is_told() {
        PlanningProblem problem = new SmallWeek().person(new PlanPerson(HOME, 50, 2400, Map.of(), ALWAYS)).shift(0, 540, 720).problem();
        assertThat(new PlanExplainer(problem, SmallWeek.plan(problem)).unfilled(0).help()).contains(new UnfilledShift.Help(PlanRule.SKILL, 0, 1));
        PlanningProblem two = new SmallWeek().branch(80).person(new PlanPerson(HOME, 50, 2400, Map.of(), ALWAYS)).shift(1, 540, 720).problem();
        assertThat(new PlanExplainer(two, SmallWeek.plan(two)).unfilled(0).help()).isEmpty();
    }

    @Test
    void an_hour_more_of_her_time_is_a_small_step() {
        PlanPerson morning = new PlanPerson(HOME, 50, 2400, Map.of(0, 1), List.of(new Stretch(540, 720)));
        PlanningProblem problem = new SmallWeek().person(morning).shift(0, 540, 780).problem();
        assertThat(new PlanExplainer(problem, SmallWeek.plan(problem)).unfilled(0).help()).contains(new UnfilledShift.Help(PlanRule.AVAILABLE, 60, 1));
    }

    @Test
    void who_could_but_is_busy_is_counted_with_what_keeps_her_and_what_it_would_cost() {
        PlanningProblem problem = new SmallWeek().person()
                .shift(new OpenShift(0, new Stretch(540, 720), 3, List.of())).shift(0, 600, 780).problem();
        PlanExplainer explainer = new PlanExplainer(problem, SmallWeek.plan(problem));
        UnfilledShift open = explainer.unfilled(1);
        assertThat(open.funnel()).isEmpty();
        assertThat(open.could()).isEqualTo(1);
        assertThat(open.busy()).isEqualTo(Map.of(PlanRule.OVERLAP, 1));
        assertThat(open.loss()).isBetween(1L, 2000L);
        WhyNotHere why = explainer.whyNot(1, 0);
        assertThat(why.answer()).isEqualTo(WhyNotHere.Answer.WORSE);
        assertThat(why.inTheWay()).containsExactly(0);
        assertThat(why.loss()).isBetween(1L, 2000L);
    }

    @Test
    void more_minutes_help_where_the_plan_has_used_them_up() {
        PlanPerson threeHours = new PlanPerson(HOME, 50, 180, Map.of(0, 1), ALWAYS);
        PlanningProblem problem = new SmallWeek().person(threeHours).shift(0, 540, 720).shift(0, DAY + 540, DAY + 640).problem();
        PlanProposal proposal = SmallWeek.plan(problem);
        int open = proposal.plan().isOpen(0) ? 0 : 1;
        UnfilledShift why = new PlanExplainer(problem, proposal).unfilled(open);
        assertThat(why.busy()).isEqualTo(Map.of(PlanRule.MINUTES, 1));
        assertThat(why.help()).contains(new UnfilledShift.Help(PlanRule.MINUTES, 120, 1));
    }

    @Test
    void a_rule_a_pin_and_a_choice_are_told_apart() {
        PlanningProblem problem = new SmallWeek().person().person().person(new PlanPerson(HOME, 50, 2400, Map.of(), ALWAYS))
                .shift(0, 540, 720).shift(0, DAY + 540, DAY + 720).pin(1, 0).problem();
        PlanProposal proposal = SmallWeek.plan(problem);
        PlanExplainer explainer = new PlanExplainer(problem, proposal);
        assertThat(explainer.whyNot(1, 0).answer()).isEqualTo(WhyNotHere.Answer.HERE);
        assertThat(explainer.whyNot(1, 1).answer()).isEqualTo(WhyNotHere.Answer.PINNED);
        assertThat(explainer.whyNot(0, 2).rules()).containsExactly(PlanRule.SKILL);
        assertThat(explainer.whyNot(0, 0).answer()).isEqualTo(WhyNotHere.Answer.WORSE);
        assertThat(explainer.whyNot(0, 0).loss()).isEqualTo(6);

        PlanningProblem twins = new SmallWeek().person().person().shift(0, 540, 720).problem();
        PlanProposal either = SmallWeek.plan(twins);
        assertThat(new PlanExplainer(twins, either).whyNot(0, 1 - either.plan().personOf(0)).answer()).isEqualTo(WhyNotHere.Answer.ABOUT_EQUAL);
    }

    @Test
    void no_plan_beats_a_proof() {
        int proofs = 0;
        for (int seed = 0; seed < 40; seed++) {
            PlanningProblem problem = RandomWeek.of(8, 12, 12, seed).problem();
            PlanProposal proposal = SmallWeek.plan(problem);
            PlanExplainer explainer = new PlanExplainer(problem, proposal);
            for (int shift = 0; shift < 12; shift++) {
                for (int person = 0; person < 8; person++) {
                    WhyNotHere why = explainer.whyNot(shift, person);
                    if (why.answer() == WhyNotHere.Answer.WORSE) {
                        proofs++;
                        PlanProposal insisted = new PricedSearchEngine().plan(problem.pin(new Pairing(shift, person)),
                                new PlanningEffort(20, 2, 3_000, 1), PlanningWatch.NONE);
                        assertThat(insisted.value()).as("seed %d shift %d person %d", seed, shift, person).isLessThanOrEqualTo(proposal.value() - why.loss());
                    }
                }
            }
        }
        assertThat(proofs).isGreaterThan(50);
    }

    @Test
    void insisting_shows_what_it_moves() {
        PlanningProblem problem = new SmallWeek().person(new PlanPerson(HOME, 50, 3 * HOUR, Map.of(0, 1), ALWAYS))
                .person(new PlanPerson(HOME, 50, 2400, Map.of(0, 2), ALWAYS)).shift(0, 540, 720).problem();
        PlanProposal before = SmallWeek.plan(problem);
        PlanProposal after = new PricedSearchEngine().replan(problem.pin(new Pairing(0, 1)), before, PlanningEffort.mend(), PlanningWatch.NONE);
        assertThat(PlanDifference.between(before, after)).isEqualTo(new PlanDifference(-12, 0, List.of(new PlanDifference.Move(0, 0, 1))));
    }

    @Test
    void the_questions_of_a_covered_shift_are_not_those_of_an_open_one() {
        PlanningProblem problem = new SmallWeek().person().shift(0, 540, 720).shift(0, 600, 700).problem();
        PlanProposal proposal = SmallWeek.plan(problem);
        PlanExplainer explainer = new PlanExplainer(problem, proposal);
        int open = proposal.plan().isOpen(0) ? 0 : 1;
        assertThatThrownBy(() -> explainer.assignment(open)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> explainer.unfilled(1 - open)).isInstanceOf(IllegalArgumentException.class);
    }
}
