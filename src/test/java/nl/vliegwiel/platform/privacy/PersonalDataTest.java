package nl.vliegwiel.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.vliegwiel.platform.text.Texts;
import org.junit.jupiter.api.Test;

/** R18: nobody adds a column about a person without saying until when it is kept and where she finds it. */
class PersonalDataTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern TABLE = Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\w+) \\((.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("(?m)^\\s+(\\w+)\\s+uuid(?:\\[\\])?\\b([^\\n]*)");
    private static final Pattern ALTER = Pattern.compile("alter table (\\w+)\\s+([^;]*);", Pattern.DOTALL);
    private static final Pattern ADDED = Pattern.compile("add column (\\w+)\\s+uuid[^,]*references person\\b");
    private static final Pattern POINTS = Pattern.compile("references (person|pool_member|busy_calendar)\\b");
    private static final Set<String> NAMES = Set.of("person_id", "employee_id", "actor_id", "asker_id", "author_id", "colleague_id", "people");
    private static final Pattern KIND = Pattern.compile("(?m)^\\s*(?:values )?\\('([A-Z_]+)',\\s*\\d+,\\s*'[A-Z_]+',\\s*'(?:DELETE|ANONYMISE|KEEP)'");

    private static String migrations() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file).replaceAll("--[^\\n]*", "")).append('\n');
            }
        }
        return all.toString();
    }

    private static Set<String> columns() throws IOException {
        String sql = migrations();
        Set<String> columns = new TreeSet<>();
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            Matcher column = COLUMN.matcher(table.group(2));
            while (column.find()) {
                if (POINTS.matcher(column.group(2)).find() || NAMES.contains(column.group(1)) || column.group(1).endsWith("_by")) {
                    columns.add(table.group(1) + "." + column.group(1));
                }
            }
        }
        Matcher alter = ALTER.matcher(sql);
        while (alter.find()) {
            Matcher added = ADDED.matcher(alter.group(2));
            while (added.find()) {
                columns.add(alter.group(1) + "." + added.group(1));
            }
        }
        Matcher dropped = Pattern.compile("drop table (?:if exists )?(\\w+)").matcher(sql);
        while (dropped.find()) {
            String gone = dropped.group(1) + ".";
            columns.removeIf(column -> column.startsWith(gone));
        }
        return columns;
    }

    private static Set<String> kinds() throws IOException {
        Matcher kind = KIND.matcher(migrations());
        Set<String> kinds = new TreeSet<>();
        while (kind.find()) {
            kinds.add(kind.group(1));
        }
        return kinds;
    }

    @Test
    void ofEveryColumnAboutAPersonItIsSaidUntilWhenItIsKeptAndWhereSheFindsIt() throws IOException {
        assertThat(columns()).as("src/test/resources/privacy/personal-data.csv says how").isNotEmpty().isSubsetOf(PersonalColumns.said().keySet());
    }

    @Test
    void whatIsSaidIsAKindOfTheClockOrOnlyAName() throws IOException {
        Set<String> kinds = kinds();
        assertThat(kinds).contains("HOURS", "PLACEMENT", "FORMER");
        Map<String, PersonalColumns.Said> all = PersonalColumns.said();
        all.keySet().retainAll(columns());
        all.forEach((column, said) -> {
            assertThat(said.retention()).as(column).isIn(Stream.concat(kinds.stream(), Stream.of("name")).toList());
            assertThat(said.export()).as(column).matches("/[\\w/]+|audit");
        });
    }

    @Test
    void everyKindHasItsPartsAndItsName() throws IOException {
        String sql = migrations();
        for (String kind : kinds()) {
            boolean kept = Pattern.compile("'" + kind + "',\\s*\\d+,\\s*'[A-Z_]+',\\s*'KEEP'").matcher(sql).find();
            assertThat(sql.contains("function retention_remove_" + kind.toLowerCase(java.util.Locale.ROOT) + "(")).as(kind + " is removed").isEqualTo(!kept);
            for (java.util.Locale language : List.of(Texts.DUTCH, Texts.ENGLISH)) {
                assertThat(Texts.has(language, "RetentionKind." + kind)).as(kind + " in " + language).isTrue();
            }
        }
    }

    @Test
    void everyEventOfTheClockHasAName() throws IOException {
        Matcher event = Pattern.compile("'[A-Z_]+',\\s*\\d+,\\s*'([A-Z_]+)',\\s*'(?:DELETE|ANONYMISE|KEEP)'").matcher(migrations());
        Map<String, String> events = event.results().collect(Collectors.toMap(one -> one.group(1), one -> one.group(), (a, b) -> a));
        assertThat(events).isNotEmpty();
        events.keySet().forEach(name -> assertThat(Texts.has(Texts.DUTCH, "RetentionEvent." + name)).as(name).isTrue());
    }
}
