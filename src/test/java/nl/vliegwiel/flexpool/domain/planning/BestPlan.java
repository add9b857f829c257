package nl.vliegwiel.flexpool.domain.planning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** The best plan of a tiny week by trying everything; {@link PlanCheck} says what is allowed and what it is worth. */
final class BestPlan {
    private final JsonNode week;
    private final int shifts;
    private final int people;
    private final int[] staff;
    private long best;

    private BestPlan(JsonNode week) {
        this.week = week;
        shifts = week.get("shifts").size();
        people = week.get("staff").size();
        staff = new int[shifts];
        Arrays.fill(staff, -1);
    }

    static long valueOf(JsonNode week) {
        BestPlan search = new BestPlan(week);
        search.decide(0);
        return search.best;
    }

    private void decide(int shift) {
        PlanCheck check = PlanCheck.of(week, csv());
        if (!check.faults().isEmpty()) {
            return;
        }
        best = Math.max(best, check.value());
        if (shift == shifts) {
            return;
        }
        for (int person = -1; person < people; person++) {
            staff[shift] = person;
            decide(shift + 1);
        }
        staff[shift] = -1;
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("shift,staff\n");
        for (int shift = 0; shift < shifts; shift++) {
            csv.append(shift).append(',').append(staff[shift]).append('\n');
        }
        return csv.toString();
    }
}
