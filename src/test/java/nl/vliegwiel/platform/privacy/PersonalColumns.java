package nl.vliegwiel.platform.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is said of every column that tells who somebody is. */
public final class PersonalColumns {
    private static final Path FILE = Path.of(System.getProperty("project.directory", ""), "src/test/resources/privacy/personal-data.csv");

    private PersonalColumns() {
    }

    /**
     * @param retention kind of the clock, or "name"
     * @param export JSON pointer into the export, or "audit"
     */
    public record Said(String retention, String export) {
    }

    /** By table and column. */
    public static Map<String, Said> said() {
        Map<String, Said> said = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(FILE)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
                    said.put(cells.get(0), new Said(cells.get(1), cells.get(2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said;
    }
}
