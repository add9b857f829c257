package nl.vliegwiel.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.vliegwiel.demo.DemoData;
import nl.vliegwiel.run.DevelopmentServers;
import nl.vliegwiel.run.Layout;
import nl.vliegwiel.run.PayaraServer;
import nl.vliegwiel.run.Ports;

/** The whole application with the national demo data: its start, its pages at eight connections, an import of 8,000 people. */
final class ApplicationBench {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 8000;

    private final DevelopmentServers servers;
    private final String token;

    private ApplicationBench(DevelopmentServers servers) throws IOException, InterruptedException {
        this.servers = servers;
        String form = "grant_type=password&client_id=vliegwiel-cli&scope=openid&username=hr.duinrand&password=vliegwiel";
        HttpResponse<String> answer = CLIENT.send(HttpRequest.newBuilder(URI.create(servers.keycloak().issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
        this.token = JSON.readTree(answer.body()).get("access_token").asText();
    }

    static void run(Set<String> sections) throws Exception {
        Layout layout = Layout.fromProperties("target/bench");
        delete(layout.state());
        try (DevelopmentServers servers = new DevelopmentServers(layout, Ports.free())) {
            servers.start(owner -> {
                owner.setAutoCommit(false);
                long begin = System.nanoTime();
                DemoData.load(owner, "national");
                System.out.printf(Locale.ROOT, "National demo data loaded in %.1f s%n", (System.nanoTime() - begin) / 1e9);
            });
            if (sections.contains("start")) {
                start(servers);
            }
            // As in production; the quick start of development compiles less
            servers.application().stop();
            servers.application().start(PayaraServer.Jvm.FULL_SPEED);
            ApplicationBench bench = new ApplicationBench(servers);
            if (sections.contains("pages")) {
                bench.pages();
            }
            if (sections.contains("import")) {
                bench.importPeople();
            }
        }
    }

    private static void start(DevelopmentServers servers) {
        for (int i = 0; i < 3; i++) {
            servers.application().stop();
            long begin = System.nanoTime();
            servers.application().start();
            System.out.printf(Locale.ROOT, "Payara Micro with the application to readiness: %.1f s%n", (System.nanoTime() - begin) / 1e9);
        }
    }

    private void pages() throws Exception {
        JsonNode request = get("/requests?status=PUBLISHED&limit=1").path("items").path(0);
        PagesBench.run(servers, List.of("/", "/flexpool/requests", "/flexpool/request?id=" + request.path("id").asText(), "/flexpool/availability"));
    }

    private void importPeople() throws IOException, InterruptedException {
        JsonNode me = get("/me");
        String organisation = me.path("employments").path(0).path("organisationId").asText();
        StringBuilder csv = new StringBuilder("email,givenName,familyName,function,hoursPerWeek,place,startDate,endDate\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("nieuw").append(i).append("@import.example,Voornaam").append(i).append(",Achternaam,Medewerker,24,Hilversum,2027-01-01,\n");
        }
        for (String step : List.of("?dryRun=true", "", "")) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = CLIENT.send(request("/organisations/" + organisation + "/employees:import" + step)
                .header("Content-Type", "text/csv").POST(HttpRequest.BodyPublishers.ofString(csv.toString())).build(), HttpResponse.BodyHandlers.ofString());
            System.out.printf(Locale.ROOT, "CSV import of %d rows%s: %.1f s, answer %d %s%n", ROWS, step.isEmpty() ? "" : " (dry run)",
                (System.nanoTime() - begin) / 1e9, answer.statusCode(), answer.body().substring(0, Math.min(120, answer.body().length())));
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(servers.application().url() + "/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
