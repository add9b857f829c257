package nl.vliegwiel.bench;

import java.nio.charset.StandardCharsets;
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
    private static final int WARM_UP = 150;
    private static final int MEASURED = 400;
    private static final String READER = "hr.duinrand";

    private PagesBench() {
    }

    /** One page with its times in milliseconds. */
    record Times(String page, double p50, double p99, int answers, int bytes) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %d | %d kB |", page, p50, p99, answers, bytes / 1024);
        }
    }

    static List<Times> run(DevelopmentServers servers, List<String> pages) throws InterruptedException, ExecutionException {
        List<Visitor> readers = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Visitor reader = new Visitor(servers.application().url());
            reader.signIn(READER);
            readers.add(reader);
        }
        List<Times> results = new ArrayList<>();
        for (String page : pages) {
            read(readers, page, WARM_UP);
            results.add(read(readers, page, MEASURED));
        }
        return results;
    }

    private static Times read(List<Visitor> readers, String page, int times) throws InterruptedException, ExecutionException {
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
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> reader : threads.invokeAll(work)) {
                all.add(reader.get());
            }
            long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Times(page.replaceAll("=[0-9a-f-]{36}", "=…"), sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted.length, bytes[0]);
        } finally {
            threads.shutdownNow();
        }
    }
}
