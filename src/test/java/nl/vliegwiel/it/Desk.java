package nl.vliegwiel.it;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A person at a browser: her own window, cookies and language. What the browser complains of is kept. */
public final class Desk implements AutoCloseable {
    /** Widths that people really have: a phone, a desk, and the desk at 200 % zoom. */
    public enum Width {
        PHONE(390, 844), DESK(1440, 900), ZOOMED(720, 450);

        private final int width;
        private final int height;

        Width(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Desk(Width width, String language) {
        context = Chromium.get().newContext(new Browser.NewContextOptions().setViewportSize(width.width, width.height)
            .setLocale(language).setTimezoneId("Europe/Amsterdam").setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
            .setBaseURL(TestServers.get().applicationUrl().toString()));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
                complaints.add("request to another host: " + request.url());
            }
        });
    }

    /** A window in which this account has signed in. */
    public static Desk of(String account) {
        return of(account, Width.DESK);
    }

    public static Desk of(String account, Width width) {
        Desk desk = atTheDoor(width, "nl-NL");
        desk.page.navigate("/");
        desk.signIn(account);
        return desk;
    }

    /** A window in which nobody has signed in yet. */
    public static Desk atTheDoor(Width width, String language) {
        return new Desk(width, language);
    }

    /** Fills in the form of the provider that stands before her, and waits until she is back. */
    public void signIn(String account) {
        page.fill("#username", account);
        page.fill("#password", "vliegwiel");
        page.press("#password", "Enter");
        page.waitForURL(address -> address.startsWith(TestServers.get().applicationUrl().toString()));
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** The same page as others look at it. */
    public void look(Width width, com.microsoft.playwright.options.ColorScheme colours) {
        page.setViewportSize(width.width, width.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    }

    /** Chooses the language of this device, as the switch in the frame does. */
    public void speak(String language) {
        context.addCookies(List.of(new com.microsoft.playwright.options.Cookie("vw-language", language).setUrl(TestServers.get().applicationUrl().toString())));
    }

    /** @return the status of the page's answer */
    public int open(String path) {
        Response answer = page.navigate(path);
        return answer == null ? 0 : answer.status();
    }

    /** Does something that leads to another page, and waits until that stands where this one was. Without a script that polls: the policy forbids it. */
    public static void follow(Page page, Runnable action) {
        page.evaluate("window.formerPage = true");
        action.run();
        page.waitForCondition(() -> {
            try {
                return !(Boolean) page.evaluate("Boolean(window.formerPage)");
            } catch (PlaywrightException between) {
                // asked while the one page went and the other came
                return false;
            }
        });
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    /** Script errors, policy violations and requests to strangers since the last call. */
    public List<String> complaints() {
        List<String> seen = List.copyOf(complaints);
        complaints.clear();
        return seen;
    }

    /** What axe finds against WCAG 2.2 A and AA. Legacy mode: without a second page for each look, for which pages without frames have no use. */
    public List<String> barriers() {
        return new AxeBuilder(page).setLegacyMode(true).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze().getViolations().stream()
            .map(Desk::sentence).toList();
    }

    private static String sentence(Rule rule) {
        return rule.getId() + " at " + rule.getNodes().stream().limit(3).map(node -> String.valueOf(node.getTarget())).toList();
    }

    /** True when nothing sticks out at the side: a phone must not scroll sideways. */
    public boolean fits() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1");
    }

    public void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    public static String slug(String path) {
        return path.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    @Override
    public void close() {
        context.close();
    }
}
