package nl.vliegwiel.run;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The pages on which a person reads the caught mails. */
final class MailPages {

    private static final int SHOWN = 200;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.UK)
            .withZone(ZoneId.of("Europe/Amsterdam"));
    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; --sand: #F5F3EE; --paper: #FFFFFF; --ink: #1B2430; --muted: #55606E; --teal: #0F5C63; --line: #D9D5CC; }
            @media (prefers-color-scheme: dark) { :root { --sand: #0E1319; --paper: #1B232C; --ink: #E8ECEF; --muted: #A9B4BF; --teal: #6FC7CF; --line: #2F3A45; } }
            body { margin: 0; background: var(--sand); color: var(--ink); font: 17px/1.5 system-ui, sans-serif; }
            main { max-width: 960px; margin: 0 auto; padding: 24px 16px 64px; }
            h1 { font-size: 26px; margin: 0 0 16px; overflow-wrap: anywhere; }
            a { color: var(--teal); }
            form { display: flex; gap: 8px; margin: 0 0 16px; }
            label { align-self: center; }
            input, button { font: inherit; padding: 8px 12px; border-radius: 6px; border: 1px solid #8A94A0; background: var(--paper); color: var(--ink); min-width: 0; }
            button { background: var(--teal); color: var(--paper); border-color: var(--teal); }
            :focus-visible { outline: 3px solid var(--teal); outline-offset: 2px; }
            ol { list-style: none; margin: 0; padding: 0; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
            li { padding: 12px 16px; overflow-wrap: anywhere; }
            li + li { border-top: 1px solid var(--line); }
            .muted { color: var(--muted); font-size: 15px; }
            pre, iframe { box-sizing: border-box; width: 100%%; margin: 0; padding: 16px; background: #FFFFFF; color: #1B2430; border: 1px solid var(--line); border-radius: 6px; font: 15px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
            iframe { height: 640px; padding: 0; }
            h2 { font-size: 20px; margin: 24px 0 8px; }
            dl { margin: 0; } dt { color: var(--muted); font-size: 15px; } dd { margin: 0 0 8px; overflow-wrap: anywhere; }
            </style>
            </head>
            <body><main>
            %s
            </main></body>
            </html>
            """;

    String list(List<CaughtMail> mails, String words) {
        var rows = new StringBuilder();
        for (var mail : mails.subList(0, Math.min(SHOWN, mails.size()))) {
            rows.append("<li><a href=\"/mail/%d\">%s</a><br><span class=\"muted\">to %s · %s</span></li>%n".formatted(
                    mail.id(), text(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
                    text(String.join(", ", mail.to())), text(MOMENT.format(mail.receivedAt()))));
        }
        var count = mails.size() > SHOWN ? "the newest %d of %d".formatted(SHOWN, mails.size()) : String.valueOf(mails.size());
        return FRAME.formatted("Caught mail", """
                <h1>Caught mail</h1>
                <form><label for="q">To or subject</label><input id="q" name="q" value="%s"><button>Search</button></form>
                %s
                """.formatted(text(words), mails.isEmpty()
                ? "<p>No mail yet. What Vliegwiel sends appears here; reload the page to look again.</p>"
                : "<p class=\"muted\">Showing " + count + ", newest first. Nothing is sent on.</p><ol>" + rows + "</ol>"));
    }

    String one(CaughtMail mail) {
        var body = new StringBuilder("<p><a href=\"/\">All mail</a></p><h1>%s</h1>".formatted(text(mail.subject())));
        body.append("<p class=\"muted\">from %s to %s · %s</p>".formatted(text(String.join(", ", mail.from())),
                text(String.join(", ", mail.to())), text(MOMENT.format(mail.receivedAt()))));
        if (!mail.html().isEmpty()) {
            body.append("<h2>HTML part</h2><iframe title=\"HTML part\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mail/%d/html\"></iframe>"
                    .formatted(mail.id()));
        }
        if (!mail.text().isEmpty()) {
            body.append("<h2>Text part</h2><pre>%s</pre>".formatted(text(mail.text())));
        }
        if (!mail.attachments().isEmpty()) {
            body.append("<h2>Attachments</h2><p>%s</p>".formatted(text(String.join(", ", mail.attachments()))));
        }
        body.append("<h2>Headers</h2><dl>");
        mail.headers().forEach((name, values) -> values.forEach(value ->
                body.append("<dt>%s</dt><dd>%s</dd>".formatted(text(name), text(value)))));
        return FRAME.formatted(text(mail.subject()), body.append("</dl>"));
    }

    String missing() {
        return FRAME.formatted("Not here", "<h1>There is no such mail</h1><p><a href=\"/\">All mail</a></p>");
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
