package nl.vliegwiel.flexpool.domain.planning;

import static nl.vliegwiel.flexpool.domain.planning.SmallWeek.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeekSolverTest {
    @Test
    void a_finished_week_is_its_own_bound() {
        WeekSolver solver = solved(7);
        assertThat(solver.size()).isEqualTo(7);
        assertThat(solver.upper()).isEqualTo(solver.profit()).isEqualTo((7 * 1100L - 6 - 14 - 26 - 40 - 60 - 80) * ShiftPrices.SCALE);
    }

    @Test
    void a_week_that_takes_too_long_leaves_room_for_what_was_not_looked_at() {
        WeekSolver solver = solved(300);
        assertThat(solver.size()).isGreaterThan(20);
        assertThat(solver.upper()).isGreaterThan(solver.profit());
    }

    private static WeekSolver solved(int shifts) {
        SmallWeek week = new SmallWeek().person();
        for (int shift = 0; shift < shifts; shift++) {
            week.shift(0, shift % 7 * DAY + 480 + shift, shift % 7 * DAY + 540 + shift);
        }
        WeekSolver solver = new WeekSolver(new PlanningTables(week.problem()));
        solver.solve(0, new long[shifts]);
        return solver;
    }
}
