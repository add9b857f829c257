package nl.vliegwiel.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser of the tests: one that is there, else Debian's (as root), else the one that Playwright fetches. */
public final class Chromium {
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run");

    private static Playwright playwright;
    private static Browser browser;

    private Chromium() {
    }

    public static synchronized Browser get() {
        if (browser == null) {
            Optional<Path> installed = installed();
            if (installed.isEmpty() && Files.exists(Path.of("/etc/debian_version")) && "root".equals(System.getProperty("user.name"))) {
                run("apt-get", "update", "-qq");
                run("apt-get", "install", "-y", "-qq", "chromium");
                installed = installed();
            }
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
            Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", installed.isPresent() ? "1" : "0");
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            installed.ifPresent(options::setExecutablePath);
            try {
                browser = playwright.chromium().launch(options);
            } catch (PlaywrightException e) {
                throw new IllegalStateException("No browser for the tests: install Chromium, or let Playwright fetch one", e);
            }
        }
        return browser;
    }

    private static Optional<Path> installed() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    private static void run(String... command) {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
