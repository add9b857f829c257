package nl.vliegwiel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that uses what another style sheet draws and does not load it looks broken, and no other test sees that. */
class PageStyleTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path SHEETS = PAGES.resolve("assets/css");
    /** Loaded by the frame of every page. */
    private static final String OF_EVERY_PAGE = "vliegwiel.css";
    private static final Pattern SELECTOR = Pattern.compile("\\.([a-z][a-z0-9-]*)");
    private static final Pattern USED = Pattern.compile("(?:class|styleClass)=\"([^\"]*)\"");
    private static final Pattern PART = Pattern.compile("(?:src|template)=\"(/WEB-INF/[^\"#]+\\.xhtml)\"");

    @Test
    void everyPageLoadsTheStyleSheetThatItUses() {
        Set<String> everywhere = selectors(SHEETS.resolve(OF_EVERY_PAGE));
        Map<String, Set<String>> others = new TreeMap<>();
        for (Path sheet : below(SHEETS, ".css")) {
            Set<String> own = selectors(sheet);
            own.removeAll(everywhere);
            others.put(sheet.getFileName().toString(), own);
        }
        others.remove(OF_EVERY_PAGE);
        List<String> missing = new ArrayList<>();
        for (Path page : below(PAGES, ".xhtml")) {
            if (page.startsWith(PAGES.resolve("WEB-INF"))) {
                continue;
            }
            String whole = withParts(page, new HashSet<>());
            Set<String> used = used(whole);
            others.forEach((sheet, drawn) -> {
                Set<String> here = new TreeSet<>(drawn);
                here.retainAll(used);
                if (!here.isEmpty() && !whole.contains("css/" + sheet)) {
                    missing.add(PAGES.relativize(page) + " uses " + here + " of " + sheet);
                }
            });
        }
        assertThat(others).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    private static Set<String> selectors(Path sheet) {
        Set<String> found = new TreeSet<>();
        Matcher selector = SELECTOR.matcher(read(sheet).replaceAll("url\\([^)]*\\)|\\{[^}]*}", " "));
        while (selector.find()) {
            found.add(selector.group(1));
        }
        return found;
    }

    private static Set<String> used(String page) {
        Set<String> found = new TreeSet<>();
        Matcher classes = USED.matcher(page);
        while (classes.find()) {
            found.addAll(List.of(classes.group(1).replaceAll("#\\{[^}]*}", " ").trim().split("\\s+")));
        }
        return found;
    }

    private static String withParts(Path page, Set<Path> seen) {
        StringBuilder whole = new StringBuilder(read(page));
        Matcher part = PART.matcher(read(page));
        while (part.find()) {
            Path file = PAGES.resolve(part.group(1).substring(1));
            if (seen.add(file)) {
                whole.append(withParts(file, seen));
            }
        }
        return whole.toString();
    }

    private static List<Path> below(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
