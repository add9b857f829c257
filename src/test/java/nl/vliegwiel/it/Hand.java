package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a person works a page. Everything is found by the words that she sees or hears, so that the same story can be done
 * with the mouse and with the keyboard alone.
 */
abstract class Hand implements AutoCloseable {
    /**
     * The name and the description of an element, as a screen reader says them: {@code ["Van", ""]}.
     * The mark behind a label, "(verplicht)", is left out.
     */
    private static final String NAMES = """
        element => {
          const text = ids => (ids || '').split(/\\s+/).filter(Boolean).map(id => (document.getElementById(id) || {}).textContent || '').join(' ');
          const labels = element.labels && element.labels.length ? Array.from(element.labels, label => label.textContent).join(' ') : '';
          const own = /^(submit|button)$/.test(element.type) && element.tagName === 'INPUT' ? element.value
            : /^(A|BUTTON|SUMMARY)$/.test(element.tagName) ? element.textContent : '';
          const name = element.getAttribute('aria-label') || text(element.getAttribute('aria-labelledby')) || labels || own || element.title || '';
          const plain = words => words.replace(/\\s+/g, ' ').trim();
          return [plain(name).replace(/ \\((verplicht|mag leeg blijven)\\)$/, ''), plain(text(element.getAttribute('aria-describedby')))];
        }""";

    private final Desk desk;

    private Hand(Desk desk) {
        this.desk = desk;
    }

    static Hand mouse(String account) {
        return new Mouse(Desk.of(account));
    }

    static Hand keyboard(String account) {
        return new Keyboard(Desk.atTheDoor(Desk.Width.DESK, "nl-NL"), account);
    }

    Page page() {
        return desk.page();
    }

    Desk desk() {
        return desk;
    }

    /** Brings the hand to the next element with this name. */
    abstract void reach(String name, String description);

    /** Presses what is reached. */
    abstract void press();

    abstract void type(String label, String text);

    abstract void date(String label, LocalDate date);

    abstract void time(String label, LocalTime time);

    /** Chooses in a select menu what begins with these words. */
    abstract void choose(String label, String option);

    /** Makes a box checked or chooses among radio buttons. */
    abstract void tick(String label);

    /** Presses a button or a link and waits for the page that follows. */
    void go(String name) {
        go(name, "");
    }

    /** @param description words beside the link, when several have the same name */
    void go(String name, String description) {
        reach(name, description);
        follow(this::press);
    }

    /** Opens a part of the page. */
    void open(String summary) {
        reach(summary, "");
        press();
        page().waitForCondition(() -> (Boolean) page().evaluate(
            "words => Array.from(document.querySelectorAll('details[open] > summary'), e => e.textContent.replace(/\\s+/g, ' ').trim()).some(text => text.startsWith(words))", summary));
    }

    /** The file behind a link. */
    byte[] file(String name) {
        reach(name, "");
        Response answer = page().waitForResponse("**/agreement?**", this::press);
        assertThat(answer.status()).as(answer.url()).isEqualTo(200);
        // What the browser's own PDF viewer shows cannot be read back from it: the same file once more, with her cookies
        byte[] bytes = desk.context().request().get(answer.url()).body();
        if (page().url().equals(answer.url())) {
            page().goBack();
        }
        return bytes;
    }

    /** The name of what has the focus. */
    String focused() {
        return String.valueOf(((List<?>) page().locator("*:focus").evaluate(NAMES)).get(0));
    }

    String text() {
        return page().innerText("main");
    }

    /** Waits until another page stands where this one was. */
    void follow(Runnable action) {
        Desk.follow(page(), action);
        assertThat(desk.complaints()).as(page().url()).isEmpty();
    }

    @Override
    public void close() {
        desk.close();
    }

    static boolean named(Object names, String name, String description) {
        List<?> both = (List<?>) names;
        String heard = String.valueOf(both.get(0));
        return (heard.equals(name) || name.length() > 4 && heard.startsWith(name)) && String.valueOf(both.get(1)).contains(description);
    }

    private static final class Mouse extends Hand {
        private static final String WORKABLE = "a[href], button, summary, input:not([type=hidden]), select, textarea";

        private ElementHandle reached;

        private Mouse(Desk desk) {
            super(desk);
        }

        @Override
        void reach(String name, String description) {
            List<?> all = (List<?>) page().evaluate("where => Array.from(document.querySelectorAll(where), %s)".formatted(NAMES), WORKABLE);
            for (int at = 0; at < all.size(); at++) {
                if (named(all.get(at), name, description) && page().locator(WORKABLE).nth(at).isVisible()) {
                    reached = page().locator(WORKABLE).nth(at).elementHandle();
                    return;
                }
            }
            throw new AssertionError("Nothing is named '" + name + "' " + description + " at " + page().url() + "\n" + text());
        }

        @Override
        void press() {
            reached.click();
        }

        @Override
        void type(String label, String text) {
            reach(label, "");
            reached.fill(text);
        }

        @Override
        void date(String label, LocalDate date) {
            type(label, date.toString());
        }

        @Override
        void time(String label, LocalTime time) {
            type(label, time.toString());
        }

        @Override
        void choose(String label, String option) {
            reach(label, "");
            String exact = (String) reached.evaluate("(select, words) => (Array.from(select.options).find(one => one.text.startsWith(words)) || {}).text", option);
            assertThat(exact).as(option + " in " + label).isNotNull();
            reached.selectOption(new SelectOption().setLabel(exact));
        }

        @Override
        void tick(String label) {
            reach(label, "");
            reached.check();
        }
    }

    /** Nothing but the keys: where the focus is may be looked at, never set. At every stop it must be seen. */
    private static final class Keyboard extends Hand {
        private static final int MOST_STOPS = 1000;
        private static final String FOCUS = """
            names => {
              const element = document.activeElement;
              if (!element || element === document.body) { return null; }
              const box = element.getBoundingClientRect();
              const marked = [null, '::after'].map(part => getComputedStyle(element, part)).some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
              const points = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
              const label = element.labels && element.labels[0];
              const seen = points.some(hit => hit && (element.contains(hit) || hit.contains(element) && hit !== document.body && hit !== document.documentElement || label && label.contains(hit)));
              return {names: (%s)(element), tag: element.tagName, type: element.type || '', checked: Boolean(element.checked), value: String(element.value || ''),
                option: element.tagName === 'SELECT' && element.selectedIndex >= 0 ? element.options[element.selectedIndex].text.trim() : '',
                marked, seen, path: element.id || element.className || element.tagName};
            }""".formatted(NAMES);

        private Keyboard(Desk desk, String account) {
            super(desk);
            desk.open("/");
            page().keyboard().type(account);
            page().keyboard().press("Tab");
            page().keyboard().type("vliegwiel");
            follow(() -> page().keyboard().press("Enter"));
        }

        private Map<?, ?> focus() {
            return (Map<?, ?>) page().evaluate(FOCUS);
        }

        private boolean on(Map<?, ?> focus, String name, String description) {
            return focus != null && named(focus.get("names"), name, description);
        }

        @Override
        void reach(String name, String description) {
            List<String> stops = new ArrayList<>();
            for (int stop = 0; stop < MOST_STOPS; stop++) {
                Map<?, ?> focus = focus();
                if (focus != null && !"main".equals(focus.get("path"))) {
                    assertThat(focus.get("marked")).as("focus is marked at " + focus + " of " + page().url()).isEqualTo(true);
                    assertThat(focus.get("seen")).as("focus is not hidden at " + focus + " of " + page().url()).isEqualTo(true);
                    stops.add(focus.get("names") + " " + focus.get("path"));
                }
                if (on(focus, name, description)) {
                    return;
                }
                page().keyboard().press("Tab");
            }
            throw new AssertionError("The keyboard does not reach '" + name + "' " + description + " at " + page().url() + ": " + stops.subList(0, Math.min(60, stops.size())));
        }

        @Override
        void press() {
            page().keyboard().press("A".equals(focus().get("tag")) ? "Enter" : "Space");
        }

        @Override
        void type(String label, String text) {
            reach(label, "");
            page().keyboard().press("Control+a");
            page().keyboard().type(text);
            assertThat(focus().get("value")).isEqualTo(text);
        }

        @Override
        void date(String label, LocalDate date) {
            reach(label, "");
            inParts(date.toString(), date.format(DateTimeFormatter.ofPattern("ddMMyyyy")), date.format(DateTimeFormatter.ofPattern("MMddyyyy")));
        }

        @Override
        void time(String label, LocalTime time) {
            reach(label, "");
            inParts(time.toString(), time.format(DateTimeFormatter.ofPattern("HHmm")), time.format(DateTimeFormatter.ofPattern("hhmm")) + (time.getHour() < 12 ? "a" : "p"));
        }

        /** The order of the parts of a date, and 12 or 24 hours, are the browser's: a person sees it, this hand tries. */
        private void inParts(String wanted, String... orders) {
            for (String order : orders) {
                page().keyboard().type(order);
                if (wanted.equals(focus().get("value"))) {
                    return;
                }
                for (int part = 0; part < 3; part++) {
                    page().keyboard().press("ArrowLeft");
                }
            }
            throw new AssertionError(wanted + " cannot be typed: " + focus());
        }

        @Override
        void choose(String label, String option) {
            reach(label, "");
            page().keyboard().press("Home");
            String before = null;
            while (!String.valueOf(focus().get("option")).startsWith(option)) {
                assertThat(focus().get("option")).as(option + " in " + label).isNotEqualTo(before);
                before = String.valueOf(focus().get("option"));
                page().keyboard().press("ArrowDown");
            }
        }

        @Override
        void tick(String label) {
            for (int stop = 0; stop < MOST_STOPS; stop++) {
                Map<?, ?> focus = focus();
                if (on(focus, label, "")) {
                    if (!(Boolean) focus.get("checked")) {
                        page().keyboard().press("Space");
                    }
                    assertThat(focus().get("checked")).as(label).isEqualTo(true);
                    return;
                }
                // Tab enters a group of radio buttons, the arrows go through it
                if (focus != null && "radio".equals(focus.get("type")) && among(label)) {
                    page().keyboard().press("ArrowDown");
                } else {
                    page().keyboard().press("Tab");
                }
            }
            throw new AssertionError("The keyboard does not reach '" + label + "' at " + page().url());
        }

        private boolean among(String label) {
            return (Boolean) page().evaluate("words => Array.from(document.getElementsByName(document.activeElement.name))"
                + ".some(one => one.labels[0] && one.labels[0].textContent.replace(/\\s+/g, ' ').trim().startsWith(words))", label);
        }
    }
}
