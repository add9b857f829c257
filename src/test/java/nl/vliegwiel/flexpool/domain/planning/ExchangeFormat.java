package nl.vliegwiel.flexpool.domain.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files in which a week and its plan leave the product, to be judged elsewhere: JSON in, CSV {@code shift,staff} out. */
public final class ExchangeFormat {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final JsonNode root;
    private final List<Integer> staffIds = new ArrayList<>();
    private final List<Integer> shiftIds = new ArrayList<>();
    private final PlanningProblem problem;

    private ExchangeFormat(JsonNode root) {
        this.root = root;
        List<Place> branches = new ArrayList<>();
        root.get("branches").forEach(node -> branches.add(place(node)));
        List<PlanPerson> people = new ArrayList<>();
        for (JsonNode node : root.get("staff")) {
            staffIds.add(node.get("id").asInt());
            Map<Integer, Integer> skills = new HashMap<>();
            node.get("skills").properties().forEach(skill -> skills.put(Integer.valueOf(skill.getKey()), skill.getValue().asInt()));
            List<Stretch> windows = new ArrayList<>();
            node.get("avail").forEach(window -> windows.add(new Stretch(window.get(0).asInt(), window.get(1).asInt())));
            people.add(new PlanPerson(place(node.get("home")), node.get("maxKm").asDouble(), node.get("capMin").asInt(), skills, windows));
        }
        List<OpenShift> shifts = new ArrayList<>();
        for (JsonNode node : root.get("shifts")) {
            shiftIds.add(node.get("id").asInt());
            List<SkillNeed> needs = new ArrayList<>();
            node.get("req").forEach(need -> needs.add(new SkillNeed(need.get(0).asInt(), need.get(1).asInt())));
            shifts.add(new OpenShift(node.get("branch").asInt(), new Stretch(node.get("start").asInt(), node.get("end").asInt()), node.get("prio").asInt(), needs));
        }
        problem = new PlanningProblem(branches, people, shifts);
    }

    public static ExchangeFormat read(Path file) throws IOException {
        return new ExchangeFormat(JSON.readTree(Files.readString(file)));
    }

    public static ExchangeFormat of(JsonNode root) {
        return new ExchangeFormat(root);
    }

    public PlanningProblem problem() {
        return problem;
    }

    /** The file as it was read, for a judge who trusts nothing of ours. */
    public JsonNode root() {
        return root;
    }

    /** The plan in the ids of the file. */
    public String csv(Plan plan) {
        StringBuilder csv = new StringBuilder("shift,staff\n");
        for (int shift = 0; shift < plan.shifts(); shift++) {
            csv.append(shiftIds.get(shift)).append(',').append(plan.isOpen(shift) ? -1 : staffIds.get(plan.personOf(shift))).append('\n');
        }
        return csv.toString();
    }

    private static Place place(JsonNode node) {
        return new Place(node.get(0).asDouble(), node.get(1).asDouble());
    }
}
