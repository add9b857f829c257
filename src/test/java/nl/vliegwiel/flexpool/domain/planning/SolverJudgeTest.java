package nl.vliegwiel.flexpool.domain.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A second opinion: OR-Tools CP-SAT proves the optimum of weeks that are too big to try everything. Its model is built from the
 * verdicts of {@link PlanCheck} on single assignments and on pairs of them, not from the engine's tables.
 */
class SolverJudgeTest {
    private static final int[] SPREAD = {0, 6, 14, 26, 40, 60, 80, 100};

    @BeforeAll
    static void load_the_native_solver() {
        boolean there = true;
        try {
            Loader.loadNativeLibraries();
        } catch (LinkageError | RuntimeException missing) {
            there = false;
        }
        assumeTrue(there, "OR-Tools has no library for this machine; optima are not proved here");
    }

    @Test
    void the_example_is_optimal() throws IOException {
        judge(ExchangeFormat.read(Path.of("src/test/resources/planning/example-60x40.json")), 77_594);
    }

    @ParameterizedTest
    @CsvSource({"60, 40, 15, 1", "60, 40, 30, 2", "50, 60, 15, 3", "30, 60, 20, 4", "25, 50, 12, 5"})
    void plan_optimum_and_bound_stand_in_this_order(int people, int shifts, double km, long seed) {
        judge(RandomWeek.of(people, shifts, km, seed), -1);
    }

    private static void judge(ExchangeFormat week, long known) {
        PlanProposal proposal = SmallWeek.plan(week.problem());
        long optimum = optimum(week.root());
        assertThat(proposal.value()).isLessThanOrEqualTo(optimum);
        assertThat(proposal.bound()).isGreaterThanOrEqualTo(optimum);
        assertThat(proposal.value()).as("share of the optimum %d", optimum).isGreaterThanOrEqualTo(optimum * 999 / 1000);
        if (known >= 0) {
            assertThat(optimum).isEqualTo(known);
        }
    }

    private static long optimum(JsonNode week) {
        CpModel model = new CpModel();
        LinearExprBuilder value = LinearExpr.newBuilder();
        List<List<BoolVar>> takers = new ArrayList<>();
        week.get("shifts").forEach(shift -> takers.add(new ArrayList<>()));
        for (JsonNode person : week.get("staff")) {
            int id = person.get("id").asInt();
            List<JsonNode> possible = new ArrayList<>();
            List<BoolVar> takes = new ArrayList<>();
            LinearExprBuilder minutes = LinearExpr.newBuilder();
            for (JsonNode shift : week.get("shifts")) {
                PlanCheck alone = PlanCheck.of(week, csv(week, Map.of(shift.get("id").asInt(), id)));
                if (alone.faults().isEmpty()) {
                    BoolVar takesIt = model.newBoolVar("");
                    value.addTerm(takesIt, alone.value());
                    minutes.addTerm(takesIt, shift.get("end").asInt() - shift.get("start").asInt());
                    takers.get(shift.get("id").asInt()).add(takesIt);
                    for (int other = 0; other < possible.size(); other++) {
                        List<String> faults = PlanCheck.of(week, csv(week, Map.of(shift.get("id").asInt(), id, possible.get(other).get("id").asInt(), id))).faults();
                        if (!faults.isEmpty()) {
                            model.addAtMostOne(new BoolVar[] {takesIt, takes.get(other)});
                        }
                    }
                    possible.add(shift);
                    takes.add(takesIt);
                }
            }
            model.addLessOrEqual(minutes, person.get("capMin").asLong());
            // As many of these as she has shifts; rising costs make the solver choose the first ones
            LinearExprBuilder counted = LinearExpr.newBuilder();
            for (int k = 0; k < takes.size(); k++) {
                BoolVar atLeast = model.newBoolVar("");
                counted.add(atLeast);
                value.addTerm(atLeast, -(k < SPREAD.length ? SPREAD[k] : 100 + 20L * (k - SPREAD.length + 1)));
            }
            model.addEquality(counted, LinearExpr.sum(takes.toArray(BoolVar[]::new)));
        }
        takers.forEach(all -> model.addAtMostOne(all.toArray(BoolVar[]::new)));
        model.maximize(value);
        CpSolver solver = new CpSolver();
        // Its subsolvers on linear relaxation run only with more workers than this machine may have cores
        solver.getParameters().setNumWorkers(8).setLinearizationLevel(2).setMaxTimeInSeconds(120);
        CpSolverStatus status = solver.solve(model);
        assertThat(status).isEqualTo(CpSolverStatus.OPTIMAL);
        return Math.round(solver.objectiveValue());
    }

    private static String csv(JsonNode week, Map<Integer, Integer> staffOf) {
        StringBuilder csv = new StringBuilder("shift,staff\n");
        for (JsonNode shift : week.get("shifts")) {
            csv.append(shift.get("id")).append(',').append(staffOf.getOrDefault(shift.get("id").asInt(), -1)).append('\n');
        }
        return csv.toString();
    }
}
