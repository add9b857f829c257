package nl.vliegwiel.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The places in the database are those of the source file, where our formula puts them. */
class PlacesTest {
    private static final Path SOURCE = Path.of("src/main/resources/db/data/places-nl.csv");
    private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V2026_11_22_1720__organisation_places.sql");
    private static final Pattern ROW = Pattern.compile("\\((\\d+), '((?:[^']|'')+)', '([^']+)', '(\\d{4})', ([\\d.]+), ([\\d.]+), (\\d+), ([\\d.]+), ([\\d.]+)\\)[,;]");

    @Test
    void everyPlaceOfTheSourceIsThereWithItsLineAsId() throws IOException {
        List<String> source = Files.readAllLines(SOURCE);
        List<Matcher> rows = rows();
        assertThat(rows).hasSize(1589).hasSize(source.size() - 1);
        for (int i = 0; i < rows.size(); i++) {
            Matcher row = rows.get(i);
            assertThat(row.group(1)).isEqualTo(String.valueOf(i + 1));
            assertThat(String.join(",", row.group(2).replace("''", "'"), row.group(3), row.group(4), row.group(5), row.group(6), row.group(7)))
                .isEqualTo(source.get(i + 1));
        }
    }

    @Test
    void everyPlaceLiesWhereTheFormulaPutsIt() throws IOException {
        for (Matcher row : rows()) {
            RdPoint point = RdPoint.fromWgs84(Double.parseDouble(row.group(5)), Double.parseDouble(row.group(6)));
            assertThat(Double.parseDouble(row.group(8)) * 1000).as(row.group(2)).isCloseTo(point.x(), within(0.01));
            assertThat(Double.parseDouble(row.group(9)) * 1000).as(row.group(2)).isCloseTo(point.y(), within(0.01));
        }
    }

    @Test
    void everyProvinceIsOneOfTheTwelve() throws IOException {
        assertThat(rows()).allSatisfy(row -> assertThat(Provinces.ALL).contains(row.group(3)));
    }

    private static List<Matcher> rows() throws IOException {
        return Files.readAllLines(MIGRATION).stream().filter(line -> line.startsWith("(")).map(line -> {
            Matcher row = ROW.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            return row;
        }).toList();
    }
}
