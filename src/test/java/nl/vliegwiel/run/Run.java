package nl.vliegwiel.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.vliegwiel.demo.DemoData;

/** The run command: starts every server, says what it does, and stops all when it is asked to. */
public final class Run {

    private static final long NEEDED_BYTES = 2L * 1024 * 1024 * 1024;
    private static final int SIGNAL_SECONDS = 2;
    private static final List<String> SIZES = List.of("small", "national", "stress");

    // Maven's own System.out is being taken down when we say that we stop, and throws
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true);

    private final Layout layout = Layout.fromProperties(".run");
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private DevelopmentServers servers;
    private volatile boolean stopping;

    private Run() {
    }

    public static void main(String[] arguments) {
        var run = new Run();
        try {
            run.start();
            run.watch();
        } catch (ServerFailure e) {
            run.fail(e.getMessage());
        } catch (RuntimeException e) {
            // never back to Maven: it closes our class path, and then nothing can be stopped
            run.fail("Vliegwiel could not start: " + e.getMessage() + ". The details are in " + run.report(e) + ".");
        }
    }

    private void start() {
        long begin = System.nanoTime();
        var ports = Ports.fromProperties();
        var size = demoSize();
        requireSpace();
        layout.download("payara-micro.jar");
        layout.download("keycloak-quarkus-dist.zip");
        servers = new DevelopmentServers(layout, ports);
        servers.stopLeftovers();
        if (System.getProperty("fresh") != null && !"false".equals(System.getProperty("fresh"))) {
            servers.postgres().clear();
            for (var folder : List.of("keycloak", "payara", "mail", "logs", "demo.txt")) {
                Installation.delete(layout.state().resolve(folder));
            }
        }
        requireSameDemo(size);
        ports.requireFree();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop servers"));

        say("Starting Vliegwiel; state and logs are in " + layout.project().relativize(layout.state()) + ".");
        var keycloak = step("Keycloak", servers.keycloak()::start);
        var mail = step("Mail catcher", servers.mail()::start);
        join(step("PostgreSQL", servers.postgres()::start));
        join(step("Schema", servers::prepareDatabase));
        loadDemo(size);
        join(step("Application", servers.application()::start));
        join(CompletableFuture.allOf(keycloak, mail));
        say(welcome(ports, (System.nanoTime() - begin) / 1_000_000_000.0));
    }

    private void watch() {
        servers.processes().forEach(process -> process.onEnd(() -> {
            if (!isAskedToStop()) {
                fail(process.name() + " has stopped by itself; its log is " + process.log() + ".");
            }
        }));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ctrl-C in a terminal reaches the servers as soon as us, so one may end before we know why. */
    private boolean isAskedToStop() {
        try {
            return asked.await(SIGNAL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void stopAll() {
        stopping = true;
        asked.countDown();
        say("Stopping.");
        servers.close();
        stopped.countDown();
    }

    private void fail(String sentence) {
        if (!stopping) {
            stopping = true;
            say(System.lineSeparator() + sentence);
            // ends Maven with our status; its own report would hide the sentence under a stack trace
            System.exit(1);
        }
    }

    private CompletableFuture<Void> step(String name, Runnable work) {
        long begin = System.nanoTime();
        return CompletableFuture.runAsync(work).thenRun(() -> {
            if (!stopping) {
                say("  %-13s ready in %5.1f s".formatted(name,
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 1000.0));
            }
        });
    }

    private static void join(CompletableFuture<Void> step) {
        try {
            step.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Path report(RuntimeException e) {
        var log = layout.log("run");
        try (var writer = new PrintWriter(Files.newBufferedWriter(log))) {
            e.printStackTrace(writer);
        } catch (IOException unwritable) {
            e.printStackTrace(OUT);
        }
        return log;
    }

    private String demoSize() {
        var size = System.getProperty("demo", "");
        if (!size.isEmpty() && !SIZES.contains(size)) {
            throw new ServerFailure("-Ddemo=" + size + " is unknown: choose small, national or stress.");
        }
        return size;
    }

    private void requireSameDemo(String size) {
        var loaded = loadedDemo();
        if (!size.isEmpty() && !loaded.isEmpty() && !size.equals(loaded)) {
            throw new ServerFailure("The database holds the " + loaded + " demo data: add -Dfresh to begin anew with -Ddemo="
                    + size + ", or leave -Ddemo out to go on with what is there.");
        }
    }

    private void loadDemo(String size) {
        if (loadedDemo().isEmpty()) {
            var wanted = size.isEmpty() ? SIZES.get(0) : size;
            join(step("Demo data", () -> {
                try (var owner = servers.connectAsOwner()) {
                    owner.setAutoCommit(false);
                    DemoData.load(owner, wanted);
                    Files.writeString(demoMark(), wanted);
                } catch (SQLException | IOException e) {
                    throw new ServerFailure("The demo data could not be loaded: " + e.getMessage() + ".", e);
                }
            }));
        }
    }

    private String loadedDemo() {
        try {
            return Files.exists(demoMark()) ? Files.readString(demoMark()).strip() : "";
        } catch (IOException e) {
            throw new ServerFailure("Cannot read " + demoMark() + ".", e);
        }
    }

    private Path demoMark() {
        return layout.state().resolve("demo.txt");
    }

    private void requireSpace() {
        try {
            long free = Files.getFileStore(layout.project()).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new ServerFailure("Only %.1f GB of disk is free at %s: the servers need 2 GB."
                        .formatted(free / 1e9, layout.project()));
            }
        } catch (IOException e) {
            throw new ServerFailure("Cannot see how much disk is free at " + layout.project() + ".", e);
        }
    }

    private static void say(String line) {
        OUT.println(line);
    }

    private static String welcome(Ports ports, double seconds) {
        return """

                Vliegwiel runs at http://localhost:%d  (ready in %.0f s)

                Sign in, password vliegwiel:
                  hr.duinrand       HR manager of Duinrand: ask for help, choose, consent
                  hr.vennenland     HR manager of Vennenland: release your own people
                  anna.duinrand     employee: set your week, answer a request
                  moderator.poi     sees what a region gives and takes
                  beheer            organisations, roles, catalogue of skills
                  and hr.hoogveen, bram.vennenland, carla.hoogveen, begeleider

                Try first: sign in as hr.duinrand and publish a request; look at the candidates; then as the
                candidate, in a private window, say yes, and let the candidate's library release.

                Mail is caught, nothing is sent:  http://localhost:%d
                Accounts (Keycloak):              http://localhost:%d  (admin, password vliegwiel)
                Database:                         localhost:%d/vliegwiel  (vliegwiel_owner, password vliegwiel)

                Ctrl-C stops everything. The data stays; -Dfresh begins anew.
                """.formatted(ports.http(), seconds, ports.mail(), ports.keycloak(), ports.postgres());
    }
}
