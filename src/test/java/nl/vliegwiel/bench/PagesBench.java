package nl.vliegwiel.bench;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
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
import nl.vliegwiel.it.Visitor;
import nl.vliegwiel.run.DevelopmentServers;

/**
 * Pages of people who are signed in, over HTTP, with application, database and the readers on one machine: what a reader
 * waits for from sending the request to the last byte.
 */
final class PagesBench {
    static final int CONNECTIONS = 8;
    /** Per connection: 4,000 views, after which Java's second compiler has little left to do. */
    private static final int WARM_UP = 500;
    private static final int MEASURED = 150;
    private static final String READER = "hr.duinrand";

    private PagesBench() {
    }

    /** One page with its times, and processor time of the application per answer, in milliseconds. */
    record Times(String page, int connections, double p50, double p99, double processor, int answers, int bytes) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "| %s | %d | %.1f | %.1f | %.1f | %d | %d kB |", page, connections, p50, p99, processor, answers, bytes / 1024);
        }
    }

    static void run(DevelopmentServers servers, List<String> pages) throws InterruptedException, ExecutionException {
        List<Visitor> readers = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Visitor reader = new Visitor(servers.application().url(), HttpClient.Version.HTTP_1_1);
            reader.signIn(READER);
            readers.add(reader);
        }
        System.out.println("| page | connections | p50 ms | p99 ms | processor ms | answers | size |");
        for (String page : pages) {
            read(servers, readers, page, WARM_UP);
            System.out.println(read(servers, readers.subList(0, 1), page, MEASURED));
            System.out.println(read(servers, readers, page, MEASURED));
        }
    }

    private static Times read(DevelopmentServers servers, List<Visitor> readers, String page, int times) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(readers.size());
        try {
            List<Callable<long[]>> work = new ArrayList<>();
            int[] bytes = new int[1];
            for (Visitor reader : readers) {
                work.add(() -> {
                    long[] taken = new long[times];
                    for (int i = 0; i < times; i++) {
                        long begin = System.nanoTime();
                        Visitor.Page answer = reader.get(page);
                        taken[i] = System.nanoTime() - begin;
                        if (answer.status() != 200) {
                            throw new IllegalStateException(page + " answered " + answer.status());
                        }
                        bytes[0] = answer.body().getBytes(StandardCharsets.UTF_8).length;
                    }
                    return taken;
                });
            }
            Duration before = processor(servers);
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> reader : threads.invokeAll(work)) {
                all.add(reader.get());
            }
            long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Times(page.replaceAll("=[0-9a-f-]{36}", "=…"), readers.size(), sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6, processor(servers).minus(before).toMillis() / (double) sorted.length, sorted.length, bytes[0]);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Duration processor(DevelopmentServers servers) {
        return ProcessHandle.of(servers.application().process().pid()).flatMap(one -> one.info().totalCpuDuration()).orElse(Duration.ZERO);
    }
}
