package nl.vliegwiel.flexpool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R9: what people wrote about placements is read by the evaluation, the person's own export and the retention clock, and by nothing else. */
class EvaluationIsNoInputTest {
    private static final Pattern TABLES = Pattern.compile("\\b(from|join|update|into|references)\\s+(evaluation|evaluation_goal|evaluation_share|return_talk)\\b");
    private static final Set<String> MAY = Set.of("EvaluationQueries.java", "LearningQueries.java", "OwnDataQueries.java");
    private static final Pattern STATEMENT = Pattern.compile("create (?:or replace )?function (\\w+)[^$]*\\$\\$(.*?)\\$\\$", Pattern.DOTALL);

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noQueryOfARankingAPlanOrAFigureNamesItsTables() throws IOException {
        try (Stream<Path> code = Files.walk(Path.of("src/main/java"))) {
            assertThat(code.filter(file -> file.toString().endsWith(".java") && TABLES.matcher(read(file)).find()).map(file -> file.getFileName().toString())).isSubsetOf(MAY).isNotEmpty();
        }
    }

    @Test
    void noFunctionOrViewOfTheDatabaseNamesThemButThoseOfTheClock() throws IOException {
        Set<String> readers = new TreeSet<>();
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            migrations.map(EvaluationIsNoInputTest::read).forEach(sql -> {
                var functions = STATEMENT.matcher(sql);
                while (functions.find()) {
                    if (TABLES.matcher(functions.group(2)).find()) {
                        readers.add(functions.group(1));
                    }
                }
                for (String view : sql.split("(?=create (or replace )?(materialized )?view )")) {
                    if (view.startsWith("create") && TABLES.matcher(view.substring(0, Math.max(0, view.indexOf(';')))).find() && view.substring(0, 60).contains("view ")) {
                        readers.add(view.substring(0, 60));
                    }
                }
            });
        }
        assertThat(readers).containsExactlyInAnyOrder("retention_remove_evaluation", "retention_kept_evaluation");
    }
}
