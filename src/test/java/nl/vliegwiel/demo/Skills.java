package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The catalogue, as the migrations brought it. */
final class Skills {
    private static final List<String> COMMON = List.of("klantenservice", "balie", "informatiepunt digitale overheid", "taalhuis",
        "bibliotheek op school", "boekstart");
    private static final int NAMED_HAVE = 3;

    record Skill(int id, String name, boolean certificate) {
    }

    private final List<Skill> all;
    private final List<Skill> work;
    private final List<Skill> named;

    private Skills(List<Skill> all) {
        this.all = all;
        this.work = all.stream().filter(skill -> !skill.certificate).toList();
        List<Skill> common = new ArrayList<>();
        for (String word : COMMON) {
            work.stream().filter(skill -> skill.name.toLowerCase(Locale.ROOT).contains(word) && !common.contains(skill)).findFirst().ifPresent(common::add);
        }
        work.stream().filter(skill -> !common.contains(skill)).forEach(common::add);
        this.named = common.stream().limit(NAMED_HAVE).toList();
    }

    static Skills of(Connection connection) throws SQLException {
        List<Skill> all = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, name_nl, kind from skill where not retired order by id")) {
            while (rows.next()) {
                all.add(new Skill(rows.getInt(1), rows.getString(2), "CERTIFICATE".equals(rows.getString(3))));
            }
        }
        return new Skills(all);
    }

    boolean isEmpty() {
        return work.isEmpty();
    }

    /** Some more often than others, as in life: the desk is everywhere, a makerspace is not. */
    Skill any(Chance chance) {
        int last = all.size() - 1;
        return chance.percent(30) ? chance.oneOf(named) : all.get(Math.min(chance.between(0, last), chance.between(0, last)));
    }

    Skill anyWork(Chance chance) {
        return chance.percent(45) ? chance.oneOf(named) : chance.oneOf(work);
    }

    /** One of the kinds of work somebody can do. */
    Skill workOf(Map<Integer, Integer> levels, Chance chance) {
        List<Skill> own = work.stream().filter(skill -> levels.containsKey(skill.id)).toList();
        return own.isEmpty() ? anyWork(chance) : chance.oneOf(own);
    }

    /** The three that the employees with an account have. */
    List<Skill> ofNamedEmployees() {
        return named;
    }
}
