package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks through every page as each kind of user: it can be read by all, nothing breaks, nothing goes to strangers. */
@RunAsClient
class EveryPageIT extends ServerTest {
    private static final Path PAGES = Path.of(System.getProperty("project.directory", ""), "src/main/webapp");

    /** Pages that show one thing, with a request parameter that names one the account may see. */
    private static List<String> paths(Api api) throws IOException {
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            files.filter(file -> file.toString().endsWith(".xhtml") && !file.toString().contains("WEB-INF"))
                .map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/').replace(".xhtml", ""))
                .sorted()
                .forEach(paths::add);
        }
        Map<String, String> lists = Map.of("/flexpool/request", "/requests?limit=1", "/flexpool/placement", "/placements?limit=1",
            "/organisation/library", "/organisations?limit=1");
        paths.replaceAll(path -> {
            if (!lists.containsKey(path)) {
                return path;
            }
            var first = api.get(lists.get(path)).json().path("items").path(0).path("id");
            return first.isMissingNode() ? path : path + "?id=" + first.asText();
        });
        return paths;
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"hr.duinrand,DESK", "hr.duinrand,PHONE", "anna.duinrand,PHONE", "anna.duinrand,ZOOMED", "moderator.poi,DESK", "beheer,DESK",
        "beheer,PHONE", "begeleider,DESK", "dubbel,DESK"})
    void eachPageIsReadableByAllAndBreaksNothing(String account, Desk.Width width) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Desk desk = Desk.of(account, width)) {
            for (String path : paths(Api.as(account))) {
                int status = desk.open(path);
                String where = path + " [" + status + "] ";
                if (status >= 500 || status == 0) {
                    faults.add(where + "fails");
                }
                desk.complaints().forEach(complaint -> faults.add(where + complaint));
                desk.barriers().forEach(barrier -> faults.add(where + barrier));
                if (!desk.fits()) {
                    faults.add(where + "is wider than the screen");
                }
                if (!desk.page().content().contains("</html>")) {
                    faults.add(where + "is cut off");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noPageShowsAKeyInsteadOfAText() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Desk desk = Desk.of("hr.vennenland")) {
            for (String path : paths(Api.as("hr.vennenland"))) {
                if (desk.open(path) == 200 && desk.page().innerText("body").contains("???")) {
                    faults.add(path);
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
