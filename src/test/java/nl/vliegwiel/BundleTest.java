package nl.vliegwiel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in Dutch and in English, is used, and can be filled in. */
class BundleTest {
    private static final Path RESOURCES = Path.of("src/main/resources/nl/vliegwiel");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern PAGE_KEY = Pattern.compile("\\b(text|organisation|person|skill|flexpool|forum|meeting|learning|notification|search)\\['([^']+)'(\\s*\\+=)?");

    @Test
    void everyKeyIsThereInBothLanguages() throws IOException {
        for (Path feature : features()) {
            Properties dutch = load(feature.resolve("messages.properties"));
            Properties english = load(feature.resolve("messages_en.properties"));
            assertThat(new TreeSet<>(english.keySet())).as(feature.getFileName() + " in English").isEqualTo(new TreeSet<>(dutch.keySet()));
        }
    }

    @Test
    void noTextIsEmptyAndEachCanBeFilledIn() throws IOException {
        for (Path feature : features()) {
            for (String file : List.of("messages.properties", "messages_en.properties")) {
                load(feature.resolve(file)).forEach((key, text) -> {
                    assertThat((String) text).as(feature.getFileName() + " " + key).isNotBlank();
                    new MessageFormat((String) text);
                });
            }
        }
    }

    @Test
    void everyTextThatAPageNamesExists() throws IOException {
        TreeMap<String, String> missing = new TreeMap<>();
        for (Path page : files(PAGES, ".xhtml")) {
            Matcher key = PAGE_KEY.matcher(Files.readString(page));
            while (key.find()) {
                String feature = key.group(1).equals("text") ? "platform" : key.group(1);
                Set<String> keys = keys(feature);
                boolean found = key.group(3) == null ? keys.contains(key.group(2)) : keys.stream().anyMatch(known -> known.startsWith(key.group(2)));
                if (!found) {
                    missing.put(page + ": " + key.group(2), feature);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String all = Stream.concat(files(PAGES, ".xhtml").stream(), files(CODE, ".java").stream()).map(BundleTest::read).collect(Collectors.joining("\n"))
            + files(Path.of("src/main/resources/db/migration"), ".sql").stream().map(BundleTest::read).collect(Collectors.joining("\n"));
        Set<String> unused = new TreeSet<>();
        for (Path feature : features()) {
            for (String key : keys(feature.getFileName().toString())) {
                if (!all.contains(key) && !composed(key, all)) {
                    unused.add(feature.getFileName() + ": " + key);
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    /** A key may be put together from a written beginning and a value, such as the name of an enum constant. */
    private static boolean composed(String key, String all) {
        int dot = key.lastIndexOf('.');
        while (dot > 0) {
            String start = key.substring(0, dot + 1);
            if (all.contains("'" + start + "'") || all.contains("\"" + start + "\"")) {
                return true;
            }
            dot = key.lastIndexOf('.', dot - 1);
        }
        return key.startsWith("constraint.") || key.startsWith("problem.") || isEnumLabel(key, all);
    }

    /** Texts and pages say every enum constant by its label, so a label is used as long as its constant is there. */
    private static boolean isEnumLabel(String key, String all) {
        int dot = key.indexOf('.');
        Matcher type = Pattern.compile("\\benum " + Pattern.quote(key.substring(0, Math.max(0, dot))) + "\\b[^{]*\\{").matcher(all);
        return dot > 0 && type.find() && Pattern.compile("\\b" + Pattern.quote(key.substring(dot + 1)) + "\\b").matcher(all).find(type.end());
    }

    private static List<Path> features() throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("messages.properties"))).sorted().toList();
        }
    }

    private static Set<String> keys(String feature) throws IOException {
        Path file = RESOURCES.resolve(feature).resolve("messages.properties");
        return Files.exists(file) ? new HashSet<>(load(file).stringPropertyNames()) : Set.of();
    }

    private static Properties load(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
