package nl.vliegwiel.flexpool.domain.planning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Made-up weeks in the exchange format, the same for the same seed: branches in and around towns, people who mostly live near
 * one and work part-time on some days, a few skills that many have and several that few have, shifts as libraries have them.
 */
public final class RandomWeek {
    private static final int SKILLS = 10;
    private static final int DAY = 1440;
    private static final int SUNDAY = 6;
    /** Begin and end of a shift in minutes of the day: mornings, afternoons, whole days, evenings. */
    private static final int[][] SHIFTS = {{570, 780}, {600, 840}, {780, 1020}, {780, 1050}, {540, 1020}, {600, 1020}, {1020, 1260}};
    private static final int[] SUNDAY_SHIFT = {720, 1080};
    private static final int[][] WINDOWS = {{540, 1290}, {540, 1290}, {540, 810}, {720, 1080}, {1020, 1290}};
    private static final int[] MINUTES = {240, 480, 480, 480, 720, 720, 720, 960, 1200, 1440};

    private final SplittableRandom random;
    private final int people;
    private final int shifts;
    private final double kmPerSide;
    private final JsonNodeFactory json = JsonNodeFactory.instance;

    private RandomWeek(int people, int shifts, double kmPerSide, long seed) {
        this.people = people;
        this.shifts = shifts;
        this.kmPerSide = kmPerSide;
        random = new SplittableRandom(seed);
    }

    /**
     * A week.
     *
     * @param kmPerSide side of the square region; the smaller, the more people can reach a branch
     */
    public static ExchangeFormat of(int people, int shifts, double kmPerSide, long seed) {
        return ExchangeFormat.of(new RandomWeek(people, shifts, kmPerSide, seed).make());
    }

    private ObjectNode make() {
        ObjectNode root = json.objectNode().put("name", people + "x" + shifts);
        List<double[]> branches = branches();
        ArrayNode places = root.putArray("branches");
        branches.forEach(place -> places.add(point(place)));
        ArrayNode staff = root.putArray("staff");
        for (int id = 0; id < people; id++) {
            staff.add(person(id, branches.get(random.nextInt(branches.size()))));
        }
        ArrayNode work = root.putArray("shifts");
        for (int id = 0; id < shifts; id++) {
            work.add(shift(id, branches.size()));
        }
        return root;
    }

    private List<double[]> branches() {
        int count = Math.max(3, (int) Math.round(Math.sqrt(shifts) * 3));
        List<double[]> towns = new ArrayList<>();
        for (int town = 0; town < Math.max(1, count / 6); town++) {
            towns.add(new double[] {random.nextDouble() * kmPerSide, random.nextDouble() * kmPerSide});
        }
        List<double[]> branches = new ArrayList<>();
        for (int branch = 0; branch < count; branch++) {
            double[] town = towns.get(random.nextInt(towns.size()));
            branches.add(random.nextInt(3) == 0
                    ? new double[] {random.nextDouble() * kmPerSide, random.nextDouble() * kmPerSide}
                    : near(town, 4));
        }
        return branches;
    }

    private ObjectNode person(int id, double[] branch) {
        ObjectNode person = json.objectNode().put("id", id);
        person.set("home", point(near(branch, random.nextInt(8) == 0 ? 15 : 4)));
        person.put("maxKm", 8 + random.nextInt(28)).put("capMin", MINUTES[random.nextInt(MINUTES.length)]);
        TreeMap<Integer, Integer> skills = new TreeMap<>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            skills.put(skill(), 1 + random.nextInt(3));
        }
        ObjectNode levels = person.putObject("skills");
        skills.forEach((skill, level) -> levels.put(String.valueOf(skill), level));
        ArrayNode windows = person.putArray("avail");
        int sureDay = random.nextInt(SUNDAY);
        for (int day = 0; day <= SUNDAY; day++) {
            if (day == sureDay || random.nextInt(day == SUNDAY ? 5 : 2) == 0) {
                int[] window = WINDOWS[random.nextInt(WINDOWS.length)];
                windows.add(json.arrayNode().add(day * DAY + window[0]).add(day * DAY + window[1]));
            }
        }
        return person;
    }

    private ObjectNode shift(int id, int branches) {
        int day = random.nextInt(SUNDAY + 1);
        int[] time = day == SUNDAY ? SUNDAY_SHIFT : SHIFTS[random.nextInt(SHIFTS.length)];
        ObjectNode shift = json.objectNode().put("id", id).put("branch", random.nextInt(branches))
                .put("start", day * DAY + time[0]).put("end", day * DAY + time[1]).put("prio", 1 + Math.min(2, random.nextInt(4)));
        ArrayNode needs = shift.putArray("req");
        int first = skill();
        needs.add(json.arrayNode().add(first).add(level()));
        int second = skill();
        if (second != first && random.nextInt(5) == 0) {
            needs.add(json.arrayNode().add(second).add(level()));
        }
        return shift;
    }

    private int skill() {
        double dice = random.nextDouble();
        return (int) (SKILLS * dice * dice);
    }

    private int level() {
        int dice = random.nextInt(10);
        return dice < 6 ? 1 : dice < 9 ? 2 : 3;
    }

    private double[] near(double[] place, double km) {
        return new double[] {place[0] + scatter() * km, place[1] + scatter() * km};
    }

    /** About a normal distribution, and the same on every machine. */
    private double scatter() {
        return random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
    }

    private ArrayNode point(double[] place) {
        return json.arrayNode().add(Math.round(place[0] * 1000) / 1000.0).add(Math.round(place[1] * 1000) / 1000.0);
    }
}
