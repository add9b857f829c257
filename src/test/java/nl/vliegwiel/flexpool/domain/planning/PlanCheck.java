package nl.vliegwiel.flexpool.domain.planning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges a plan straight from the two files: is every hard rule kept, and what is it worth. Shares no line with the engine;
 * the rules are numbered as in the text of the format.
 */
public final class PlanCheck {
    private static final int[] SPREAD = {0, 6, 14, 26, 40, 60, 80, 100};
    private final List<String> faults = new ArrayList<>();
    private long value;
    private int covered;

    private PlanCheck() {
    }

    /** @param csv {@code shift,staff} with -1 for an open shift */
    public static PlanCheck of(JsonNode instance, String csv) {
        PlanCheck check = new PlanCheck();
        check.judge(instance, csv);
        return check;
    }

    /** What is wrong, one sentence each; empty when the plan keeps every rule. */
    public List<String> faults() {
        return faults;
    }

    public long value() {
        return value;
    }

    public int covered() {
        return covered;
    }

    private void judge(JsonNode instance, String csv) {
        Map<Integer, JsonNode> shifts = byId(instance.get("shifts"));
        Map<Integer, JsonNode> staff = byId(instance.get("staff"));
        Map<Integer, Integer> answer = new HashMap<>();
        String[] lines = csv.strip().split("\\R");
        if (!lines[0].equals("shift,staff")) {
            faults.add("the first line is not shift,staff");
        }
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",");
            if (answer.put(Integer.valueOf(cells[0]), Integer.valueOf(cells[1])) != null) {
                faults.add("shift " + cells[0] + " is there twice");
            }
        }
        if (!answer.keySet().equals(shifts.keySet())) {
            faults.add("not exactly the shifts of the instance");
        }
        Map<Integer, List<JsonNode>> weeks = new TreeMap<>();
        answer.forEach((shift, person) -> {
            if (person == -1) {
                return;
            }
            if (!staff.containsKey(person) || !shifts.containsKey(shift)) {
                faults.add("nobody is " + person + " or no shift is " + shift);
                return;
            }
            covered++;
            value += alone(instance, shifts.get(shift), staff.get(person));
            weeks.computeIfAbsent(person, none -> new ArrayList<>()).add(shifts.get(shift));
        });
        weeks.forEach((person, week) -> together(instance, staff.get(person), week));
    }

    private long alone(JsonNode instance, JsonNode shift, JsonNode person) {
        String pair = "shift " + shift.get("id") + " for " + person.get("id");
        int surplus = 0;
        for (JsonNode need : shift.get("req")) {
            JsonNode level = person.get("skills").get(need.get(0).asText());
            if (level == null || level.asInt() < need.get(1).asInt()) {
                faults.add("rule 1, skill: " + pair);
            } else {
                surplus += level.asInt() - need.get(1).asInt();
            }
        }
        boolean inside = false;
        for (JsonNode window : person.get("avail")) {
            inside |= window.get(0).asInt() <= shift.get("start").asInt() && shift.get("end").asInt() <= window.get(1).asInt();
        }
        if (!inside) {
            faults.add("rule 2, availability: " + pair);
        }
        double km = distance(person.get("home"), instance.get("branches").get(shift.get("branch").asInt()));
        if (km > person.get("maxKm").asDouble()) {
            faults.add("rule 3, distance: " + pair);
        }
        return 1000L * shift.get("prio").asInt() + (long) Math.max(0, Math.floor(100 - 12 * surplus - 1.6 * km + 0.5));
    }

    private void together(JsonNode instance, JsonNode person, List<JsonNode> week) {
        int minutes = 0;
        for (int k = 0; k < week.size(); k++) {
            minutes += week.get(k).get("end").asInt() - week.get(k).get("start").asInt();
            value -= k < SPREAD.length ? SPREAD[k] : 100 + 20L * (k - SPREAD.length + 1);
        }
        if (minutes > person.get("capMin").asInt()) {
            faults.add("rule 4, minutes: " + person.get("id"));
        }
        for (JsonNode first : week) {
            for (JsonNode second : week) {
                if (first == second || first.get("start").asInt() > second.get("start").asInt()
                        || first.get("start").asInt() == second.get("start").asInt() && first.get("id").asInt() > second.get("id").asInt()) {
                    continue;
                }
                String pair = "shifts " + first.get("id") + " and " + second.get("id") + " for " + person.get("id");
                int gap = second.get("start").asInt() - first.get("end").asInt();
                if (gap < 0) {
                    faults.add("rule 5, overlap: " + pair);
                } else if (first.get("start").asInt() / 1440 == second.get("start").asInt() / 1440) {
                    int from = first.get("branch").asInt();
                    int to = second.get("branch").asInt();
                    double travel = 1.3 * distance(instance.get("branches").get(from), instance.get("branches").get(to)) + (from == to ? 0 : 15);
                    if (gap < travel) {
                        faults.add("rule 6, travel: " + pair);
                    }
                    if (second.get("end").asInt() - first.get("start").asInt() > 720) {
                        faults.add("rule 6, span: " + pair);
                    }
                } else if (gap < 660) {
                    faults.add("rule 7, rest: " + pair);
                }
            }
        }
    }

    private static double distance(JsonNode from, JsonNode to) {
        return Math.hypot(from.get(0).asDouble() - to.get(0).asDouble(), from.get(1).asDouble() - to.get(1).asDouble());
    }

    private static Map<Integer, JsonNode> byId(JsonNode list) {
        Map<Integer, JsonNode> byId = new TreeMap<>();
        list.forEach(node -> byId.put(node.get("id").asInt(), node));
        return byId;
    }
}
