package nl.vliegwiel.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.vliegwiel.demo.DemoData;
import nl.vliegwiel.it.Visitor;
import nl.vliegwiel.run.DevelopmentServers;
import nl.vliegwiel.run.Layout;
import nl.vliegwiel.run.PayaraServer;
import nl.vliegwiel.run.Ports;

/**
 * Reading, searching and answering in the forum, at 10,000 and at a million posts, by eight people who are signed in: what each
 * waits for, and what it costs of processor time in application and database.
 */
final class ForumBench {
    private static final List<String> ACCOUNTS = List.of("hr.duinrand", "hr.vennenland", "hr.hoogveen", "anna.duinrand", "bram.vennenland", "carla.hoogveen", "moderator.poi", "begeleider");
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MEASURED = 100;
    private static final int[] SIZES = {10_000, 1_000_000};
    private static final int[] WARM_UP = {150, 40};
    private static final double MILLI = 1e6;

    private final DevelopmentServers servers;
    private final List<Member> members = new ArrayList<>();

    private ForumBench(DevelopmentServers servers) {
        this.servers = servers;
    }

    /** Somebody who is signed in, on pages and over the API. */
    private record Member(Visitor visitor, String token) {
    }

    /** @return how many bytes came */
    private interface Call {
        int by(Member member) throws IOException, InterruptedException;
    }

    static void run() throws Exception {
        try (DevelopmentServers servers = new DevelopmentServers(Layout.fromProperties("target/bench-forum"), Ports.free())) {
            servers.start(owner -> {
                owner.setAutoCommit(false);
                DemoData.load(owner, "national");
                owner.commit();
            });
            servers.application().stop();
            servers.application().start(PayaraServer.Jvm.FULL_SPEED);
            ForumBench bench = new ForumBench(servers);
            bench.signIn();
            try (Connection owner = servers.connectAsOwner()) {
                ForumData data = new ForumData(owner);
                for (int i = 0; i < SIZES.length; i++) {
                    long begin = System.nanoTime();
                    data.grow(SIZES[i]);
                    System.out.printf(Locale.ROOT, "%,d posts, loaded in %.0f s; load of the machine %.1f%n", SIZES[i], (System.nanoTime() - begin) / 1e9,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
                    bench.table(owner, data, WARM_UP[i]);
                }
            }
        }
    }

    private void signIn() throws IOException, InterruptedException {
        for (String account : ACCOUNTS) {
            Visitor visitor = new Visitor(servers.application().url(), HttpClient.Version.HTTP_1_1);
            visitor.signIn(account);
            String form = "grant_type=password&client_id=vliegwiel-cli&scope=openid&password=vliegwiel&username=" + account;
            String answer = CLIENT.send(HttpRequest.newBuilder(URI.create(servers.keycloak().issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString()).body();
            members.add(new Member(visitor, JSON.readTree(answer).get("access_token").asText()));
        }
    }

    private void table(Connection owner, ForumData data, int warmUp) throws Exception {
        String topic = one(owner, "select t.id from topic t join space s on s.id = t.space_id where s.audience = 'STAFF' and t.post_count between 21 and 30 order by t.last_post_at desc limit 1");
        one(owner, "update topic set space_id = (select id from space where audience = 'STAFF') where id = '" + data.longest() + "' returning id");
        String common = data.word(40, 6);
        String rare = data.word(30_000, 8);
        String two = data.word(300, 6) + " " + data.word(2_000, 7);
        String mistyped = new StringBuilder(data.word(1_500, 9)).deleteCharAt(4).toString();
        System.out.println("| what | p50 ms (1) | p50 ms (8) | p99 ms (8) | processor ms: application | database | answer |");
        measure(owner, "topic list, 30 rows", warmUp, page("/forum/index"));
        measure(owner, "topic, 20 replies", warmUp, page("/forum/topic?id=" + topic));
        measure(owner, "topic from post 500", warmUp, page("/forum/topic?id=" + data.longest() + "&after=499"));
        measure(owner, "topic list, API", warmUp, api("/spaces/" + one(owner, "select id from space where audience = 'STAFF'") + "/topics?limit=30"));
        measure(owner, "posts from 500, API", warmUp, api("/topics/" + data.longest() + "/posts?limit=20&after=499"));
        measure(owner, "search page, common word", warmUp, page("/search?q=" + encoded(common)));
        measure(owner, "search, common word", warmUp, api("/search?q=" + encoded(common)));
        measure(owner, "search, rare word", warmUp, api("/search?q=" + encoded(rare)));
        measure(owner, "search, two words", warmUp, api("/search?q=" + encoded(two)));
        measure(owner, "search, mistyped word", warmUp, api("/search?q=" + encoded(mistyped)));
        measure(owner, "similar questions", warmUp, api("/topics:similar?q=" + encoded("hoe regelen jullie " + common + " en " + two)));
        measure(owner, "answer a question", warmUp / 4, member -> send(member, HttpRequest.newBuilder(address("/topics/" + topic + "/posts"))
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"body\":\"Wij doen dat met een rooster per halfjaar.\"}"))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Call page(String path) {
        return member -> {
            Visitor.Page answer = member.visitor().get(path);
            require(answer.status(), path);
            return answer.body().getBytes(StandardCharsets.UTF_8).length;
        };
    }

    private Call api(String path) {
        return member -> send(member, HttpRequest.newBuilder(address(path)));
    }

    private URI address(String path) {
        return URI.create(servers.application().url() + "/api/v1" + path);
    }

    private static int send(Member member, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest whole = request.header("Authorization", "Bearer " + member.token()).build();
        HttpResponse<String> answer = CLIENT.send(whole, HttpResponse.BodyHandlers.ofString());
        require(answer.statusCode(), whole.uri().toString());
        return answer.body().length();
    }

    private static void require(int status, String what) {
        if (status != 200 && status != 201) {
            throw new IllegalStateException(what + " answered " + status);
        }
    }

    private void measure(Connection owner, String what, int warmUp, Call call) throws Exception {
        timed(owner, members, warmUp, call);
        long[] alone = timed(owner, members.subList(0, 1), MEASURED, call);
        Duration application = application();
        Duration database = database();
        long[] taken = timed(owner, members, MEASURED, call);
        System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f kB |%n", what, alone[alone.length / 2] / MILLI, taken[taken.length / 2] / MILLI,
            taken[(int) (taken.length * 0.99)] / MILLI, application().minus(application).toMillis() / (double) taken.length, database().minus(database).toMillis() / (double) taken.length,
            call.by(members.get(0)) / 1024.0);
    }

    private long[] timed(Connection owner, List<Member> by, int times, Call call) throws InterruptedException, ExecutionException, SQLException {
        // The limit of calls is no part of what is measured
        one(owner, "with gone as (delete from call_count returning 1) select count(*)::text from gone");
        ExecutorService threads = Executors.newFixedThreadPool(by.size());
        try {
            List<Callable<long[]>> work = new ArrayList<>();
            for (Member member : by) {
                work.add(() -> {
                    long[] taken = new long[times];
                    for (int i = 0; i < times; i++) {
                        long begin = System.nanoTime();
                        call.by(member);
                        taken[i] = System.nanoTime() - begin;
                    }
                    return taken;
                });
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> one : threads.invokeAll(work)) {
                all.add(one.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        } finally {
            threads.shutdownNow();
        }
    }

    private Duration application() {
        return used(ProcessHandle.of(servers.application().process().pid()).orElseThrow());
    }

    /** All its processes; the pool keeps its connections, so that none ends with what it used. */
    private Duration database() {
        return ProcessHandle.of(servers.postgres().process().pid()).stream().flatMap(one -> java.util.stream.Stream.concat(java.util.stream.Stream.of(one), one.descendants()))
            .map(ForumBench::used).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static String one(Connection owner, String query) throws SQLException {
        try (var statement = owner.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
