package nl.vliegwiel.platform.inmail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.vliegwiel.platform.signon.Secrets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads what mail programs make: one text of many parts, HTML where there is nothing else, and whether a person wrote it. */
final class MailReading {
    private static final int LONGEST_TEXT = 200_000;
    private static final int DEEPEST = 12;
    private static final int LONGEST_KEY = 250;
    private static final Pattern ABSENT = Pattern.compile("(?i)^\\s*(automatisch antwoord|automatische reactie|afwezig(heid)?\\b|out of (the )?office|automatic reply|auto(matic)?[ -]?reply|autosvar|undeliver|niet te bezorgen|delivery (status|failure)|mail delivery).*");
    private static final Pattern PROGRAM = Pattern.compile("(?i)^(mailer-daemon|postmaster|no-?reply|noreply|donotreply|bounces?)([+-].*)?@.*");
    /** Where programs put what they quote and what they sign with. */
    private static final String QUOTED = "blockquote[type=cite], blockquote.gmail_quote, .gmail_quote, .gmail_quote_container, .gmail_signature, .gmail_attr, .moz-cite-prefix, .moz-signature, .yahoo_quoted,"
        + " #Signature, #ms-outlook-mobile-signature, style, script, head, title";
    private static final String QUOTE_BEGINS = "#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container, div[style*=border-top:solid #E1E1E1], div[style*=border-top:solid #B5C4DF]";

    private MailReading() {
    }

    /** @throws MessagingException when it cannot be read at all */
    static InMail read(MimeMessage mail) throws MessagingException, IOException {
        String text = Optional.ofNullable(find(mail, "text/plain", 0)).filter(one -> !one.isBlank())
            .orElseGet(() -> html(mail));
        String from = only(mail.getFrom());
        List<String> to = new ArrayList<>();
        for (Message.RecipientType type : List.of(Message.RecipientType.TO, Message.RecipientType.CC)) {
            addresses(mail.getRecipients(type)).forEach(to::add);
        }
        for (String header : List.of("Delivered-To", "X-Original-To", "Envelope-To")) {
            for (String value : headers(mail, header)) {
                to.add(value.replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT));
            }
        }
        String subject = mail.getSubject() == null ? "" : mail.getSubject();
        return new InMail(key(mail, text), from, to, subject, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text, automatic(mail, from, subject));
    }

    /** RFC 3834, and the signs of programs that are older or know better. */
    private static boolean automatic(MimeMessage mail, String from, String subject) throws MessagingException {
        boolean says = headers(mail, "Auto-Submitted").stream().anyMatch(value -> !value.strip().toLowerCase(Locale.ROOT).startsWith("no"))
            || headers(mail, "Precedence").stream().anyMatch(value -> value.strip().toLowerCase(Locale.ROOT).matches("bulk|junk|list|auto_reply"))
            || !headers(mail, "X-Autoreply").isEmpty() || !headers(mail, "X-Autorespond").isEmpty() || !headers(mail, "List-Id").isEmpty() || !headers(mail, "X-Failed-Recipients").isEmpty();
        boolean bounce = headers(mail, "Return-Path").stream().anyMatch(value -> value.strip().equals("<>")) || mail.isMimeType("multipart/report");
        return says || bounce || from != null && PROGRAM.matcher(from).matches() || ABSENT.matcher(subject).matches();
    }

    private static List<String> headers(Part part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    private static String key(MimeMessage mail, String text) throws MessagingException {
        String id = mail.getMessageID();
        if (id == null || id.isBlank() || id.length() > LONGEST_KEY) {
            return "hash:" + Base64.getEncoder().encodeToString(Secrets.hash(mail.getSubject() + "|" + mail.getSentDate() + "|" + text));
        }
        return id.strip();
    }

    private static String only(Address[] addresses) {
        List<String> all = addresses(addresses);
        return all.size() == 1 ? all.get(0) : null;
    }

    private static List<String> addresses(Address[] addresses) {
        return addresses == null ? List.of() : Arrays.stream(addresses).filter(InternetAddress.class::isInstance).map(one -> ((InternetAddress) one).getAddress())
            .filter(java.util.Objects::nonNull).map(one -> one.toLowerCase(Locale.ROOT)).toList();
    }

    /** @return text of the first part of that kind that is no attachment; null for none */
    private static String find(Part part, String kind, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        if (part.isMimeType(kind)) {
            return content(part);
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = find(parts.getBodyPart(i), kind, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Of a character set that Java does not know the bytes are read as UTF-8: most of it is right then. */
    private static String content(Part part) throws MessagingException, IOException {
        try {
            return String.valueOf(part.getContent());
        } catch (UnsupportedEncodingException e) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (InputStream in = part.getInputStream()) {
                in.transferTo(bytes);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static String html(MimeMessage mail) {
        try {
            String html = find(mail, "text/html", 0);
            return html == null ? "" : text(html);
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("Mail cannot be read", e);
        }
    }

    /** The words of an HTML mail, line by line, without what it quotes. */
    static String text(String html) {
        Document page = Jsoup.parse(html);
        for (Element begin : page.select(QUOTE_BEGINS)) {
            for (Element next = begin.nextElementSibling(); next != null; next = begin.nextElementSibling()) {
                next.remove();
            }
            begin.remove();
        }
        page.select(QUOTED).remove();
        page.outputSettings().prettyPrint(false);
        page.body().select("*").forEach(element -> element.textNodes().forEach(node -> node.text(node.getWholeText().replaceAll("\\s+", " "))));
        page.select("br").forEach(line -> line.after("\n"));
        page.select("li").forEach(item -> item.prependText("- "));
        page.select("p, div, li, tr, h1, h2, h3, h4, blockquote").forEach(block -> block.before("\n").after("\n"));
        return page.body().wholeText().replace('\u00a0', ' ').replaceAll("[ \\t]*\\n[ \\t]*", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }
}
