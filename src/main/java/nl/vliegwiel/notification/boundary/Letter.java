package nl.vliegwiel.notification.boundary;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.text.Texts;

/** A short mail: greeting, what happened, the facts, one link. The same words as plain text and as HTML. */
final class Letter {
    private static final int WIDTH = 72;

    private final Locale language;
    private final String subject;
    private final String greeting;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<String[]> facts = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private String linkText;
    private URI link;
    private URI unsubscribe;
    private String quotedText;
    private String quotedHtml;
    private URI rest;
    private MailText.Conversation conversation;

    private record Item(String title, String text, URI link) {
    }

    Letter(Receiver to, String subject) {
        this.language = to.language();
        this.subject = subject;
        this.greeting = Texts.of(language, "mail.greeting", to.givenName());
    }

    Letter say(String paragraph) {
        paragraphs.add(paragraph);
        return this;
    }

    Letter fact(String key, String value) {
        facts.add(new String[] {Texts.of(language, key), value});
        return this;
    }

    /** One of several messages in a mail: what happened, and where to look. */
    Letter item(String title, String text, URI address) {
        items.add(new Item(title, text, address));
        return this;
    }

    Letter link(String text, URI address) {
        linkText = text;
        link = address;
        return this;
    }

    /** Ends mail of this sort with one click. */
    Letter unsubscribe(URI address) {
        unsubscribe = address;
        return this;
    }

    /** What somebody wrote. @param html the same, safe to show */
    Letter quote(String plain, String html) {
        quotedText = plain;
        quotedHtml = html;
        return this;
    }

    /** Part of a conversation, which can be answered by mail or be left for a while. @param quiet page on which she says for how long */
    Letter conversation(MailText.Conversation about, URI quiet) {
        conversation = about;
        rest = quiet;
        return this;
    }

    private boolean answerable() {
        return conversation != null && conversation.answerTo() != null;
    }

    private String footer() {
        return Texts.of(language, answerable() ? "mail.footer.answer" : "mail.footer");
    }

    MailText mail() {
        return new MailText(subject, text(), html(), String.join(" ", paragraphs), link, unsubscribe, conversation);
    }

    private String text() {
        StringBuilder out = new StringBuilder(answerable() ? Texts.of(language, "mail.answer.above") + "\n\n" : "").append(greeting).append("\n\n");
        paragraphs.forEach(paragraph -> wrap(paragraph, out).append('\n'));
        if (quotedText != null) {
            out.append(quotedText.strip().replaceAll("(?m)^", "    ")).append("\n\n");
        }
        facts.forEach(fact -> out.append(fact[0]).append(": ").append(fact[1]).append('\n'));
        if (!facts.isEmpty()) {
            out.append('\n');
        }
        for (Item item : items) {
            wrap("* " + item.title(), out);
            wrap(item.text(), out);
            out.append(item.link() == null ? "" : item.link() + "\n").append('\n');
        }
        out.append(linkText).append(":\n").append(link).append("\n\n");
        out.append(Texts.of(language, "mail.closing")).append("\n\n-- \n");
        wrap(footer(), out);
        if (rest != null) {
            out.append(Texts.of(language, "mail.quiet")).append(":\n").append(rest).append('\n');
        }
        if (unsubscribe != null) {
            out.append(Texts.of(language, "mail.unsubscribe")).append(":\n").append(unsubscribe).append('\n');
        }
        return out.toString();
    }

    /** Lines of at most 72 characters, as a screen of text reads best. */
    private static StringBuilder wrap(String paragraph, StringBuilder out) {
        int column = 0;
        for (String word : paragraph.split("\\s+")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                out.append('\n');
                column = 0;
            }
            if (column > 0) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
        return out.append('\n');
    }

    private String html() {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(language.getLanguage()).append("\">\n<head><meta charset=\"utf-8\">")
            .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>").append(escaped(subject)).append("</title>\n<style>")
            .append("body{font:17px/1.5 system-ui,'Segoe UI',sans-serif;color:#1B2430;background:#F5F3EE;margin:0;padding:24px}")
            .append("main{background:#fff;max-width:560px;margin:0 auto;padding:24px;border-radius:6px}")
            .append("th{text-align:left;font-weight:600;padding:2px 16px 2px 0;vertical-align:top}td{padding:2px 0}")
            .append("h2{font-size:17px;margin:16px 0 0}h2+p{margin-top:0}")
            .append("a.go{display:inline-block;background:#0F5C63;color:#fff;padding:10px 18px;border-radius:6px;text-decoration:none}")
            .append(".said{border-left:3px solid #0F5C63;padding-left:16px;margin:16px 0}")
            .append("footer{max-width:560px;margin:16px auto 0;padding:0 24px;color:#55606E;font-size:14px}")
            .append("</style></head>\n<body>\n").append(answerable() ? "<p>" + escaped(Texts.of(language, "mail.answer.above")) + "</p>\n" : "").append("<main>\n<p>").append(escaped(greeting)).append("</p>\n");
        paragraphs.forEach(paragraph -> out.append("<p>").append(escaped(paragraph)).append("</p>\n"));
        if (quotedHtml != null) {
            out.append("<div class=\"said\">").append(quotedHtml).append("</div>\n");
        }
        if (!facts.isEmpty()) {
            out.append("<table>\n");
            facts.forEach(fact -> out.append("<tr><th scope=\"row\">").append(escaped(fact[0])).append("</th><td>").append(escaped(fact[1])).append("</td></tr>\n"));
            out.append("</table>\n");
        }
        for (Item item : items) {
            String title = escaped(item.title());
            out.append("<h2>").append(item.link() == null ? title : "<a href=\"" + escaped(item.link().toString()) + "\">" + title + "</a>")
                .append("</h2>\n<p>").append(escaped(item.text())).append("</p>\n");
        }
        out.append("<p><a class=\"go\" href=\"").append(escaped(link.toString())).append("\">").append(escaped(linkText)).append("</a></p>\n<p>")
            .append(escaped(Texts.of(language, "mail.closing"))).append("</p>\n</main>\n<footer><p>").append(escaped(footer()))
            .append("</p>");
        if (rest != null) {
            out.append("<p><a href=\"").append(escaped(rest.toString())).append("\">").append(escaped(Texts.of(language, "mail.quiet"))).append("</a></p>");
        }
        if (unsubscribe != null) {
            out.append("<p><a href=\"").append(escaped(unsubscribe.toString())).append("\">").append(escaped(Texts.of(language, "mail.unsubscribe"))).append("</a></p>");
        }
        out.append("</footer>\n</body>\n</html>\n");
        return out.toString();
    }

    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append((char) c);
            }
        });
        return out.toString();
    }
}
