package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.boundary.AgreementDocument.Signature;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent.Money;
import nl.vliegwiel.flexpool.domain.agreement.VatCondition;
import nl.vliegwiel.platform.paper.TaggedPaper;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;

/**
 * Writes the agreement as an accessible PDF (PDF/UA): tagged, with title, language, bookmarks and embedded fonts.
 * The same document gives the same bytes.
 */
@ApplicationScoped
class AgreementPdf {
    private static final String FOLDER = "/nl/vliegwiel/flexpool/agreement/";
    private static final Pattern TOKEN = Pattern.compile("\\{\\{([a-z.]+)}}");
    private static final Formats DUTCH = Formats.in(Texts.DUTCH);

    byte[] write(AgreementDocument document) {
        return TaggedPaper.write(xhtml(document), lastChange(document), document.reference().getLeastSignificantBits() ^ lastChange(document).toEpochMilli());
    }

    private static Instant lastChange(AgreementDocument document) {
        return document.signatures().stream().map(Signature::at).max(Comparator.naturalOrder()).filter(at -> at.isAfter(document.madeAt()))
            .orElse(document.madeAt());
    }

    /** The whole text with every blank filled in; what people typed comes out as text, never as markup. */
    static String xhtml(AgreementDocument document) {
        Map<String, String> blanks = blanks(document, clauses(document.clauseVersion()));
        Matcher token = TOKEN.matcher(template(document.clauseVersion()));
        return token.replaceAll(match -> Matcher.quoteReplacement(Optional.ofNullable(blanks.get(match.group(1)))
            .orElseThrow(() -> new IllegalStateException("Blank without a value: " + match.group(1)))));
    }

    private static Map<String, String> blanks(AgreementDocument document, Properties clauses) {
        AgreementContent content = document.content();
        Map<String, String> blanks = new HashMap<>();
        blanks.put("employee.name", text(content.employee().name()));
        blanks.put("employee.function", text(content.employee().function()));
        blanks.put("employee.hours", text(DUTCH.hours(content.employee().minutesPerWeek())));
        blanks.put("lender.name", text(content.lender().name()));
        blanks.put("lender.isil", isil(content.lender()));
        blanks.put("lender.signatory", signatory(document, Party.LENDER));
        blanks.put("borrower.name", text(content.borrower().name()));
        blanks.put("borrower.isil", isil(content.borrower()));
        blanks.put("borrower.signatory", signatory(document, Party.BORROWER));
        blanks.put("own", document.ownLibrary() ? "<p>" + text(clauses.getProperty("own.library")) + "</p>" : "");
        blanks.put("work.function", text(content.work().function()));
        blanks.put("work.task", lines(content.work().task()));
        blanks.put("work.purpose", text(clauses.getProperty("purpose." + content.work().purpose())));
        blanks.put("work.branch", text(content.work().branch()));
        blanks.put("work.place", text(content.work().place()));
        blanks.put("frame", content.frame() == null ? "" : "<p>" + text("Bijlage bij raamovereenkomst nr. " + content.frame().number() + " tussen de uitlener en de inlener, tekst "
            + content.frame().textVersion() + ", geldig vanaf " + DUTCH.date(content.frame().validFrom()) + ".") + "</p>");
        blanks.put("induction", document.induction() == null ? "" : "<tr><th scope=\"row\">Inwerken en veiligheid</th><td><a href=\"" + text(document.induction().toString())
            + "\">lees het inwerkblad van de vestiging</a></td></tr>");
        blanks.put("time.start", text(DUTCH.dateTime(content.start())));
        blanks.put("time.end", text(DUTCH.dateTime(content.end())));
        blanks.put("time.break", content.breakMinutes() == 0 ? "geen" : content.breakMinutes() + " minuten");
        blanks.put("time.net", text(DUTCH.hours(content.money().minutes())));
        blanks.put("limits", text(content.limitsVersion()));
        blanks.putAll(money(content.money(), content.vatGround().isTaxed() && !document.ownLibrary()));
        blanks.put("vat.clause", text(clauses.getProperty("vat." + content.vatGround())));
        blanks.put("vat.conditions", conditions(content, clauses));
        blanks.put("waadi.clause", text(clauses.getProperty("waadi." + content.waadiGround())));
        blanks.put("waadi.checked", document.waadiCheckedOn() == null ? "nog niet; dat gebeurt met het ja van de inlener"
            : text(DUTCH.date(document.waadiCheckedOn())));
        blanks.put("wtta.from", text(DUTCH.date(content.wttaFrom())));
        boolean wttaAsks = !content.start().atZone(Zones.AMSTERDAM).toLocalDate().isBefore(content.wttaFrom());
        blanks.put("wtta.clause", text(clauses.getProperty(wttaAsks && content.wttaPosition() != null ? "wtta." + content.wttaPosition() : "wtta.none")));
        blanks.put("text.version", String.valueOf(document.textVersion()));
        blanks.put("text.at", text(DUTCH.dateTime(document.madeAt())));
        blanks.put("clauses.version", text(document.clauseVersion()));
        blanks.put("reference", text(document.reference().toString()));
        blanks.put("footer", "Detacheringsovereenkomst, tekst " + document.textVersion() + ", kenmerk " + document.reference());
        blanks.put("state", text(state(document)));
        blanks.put("signatures", signatures(document, clauses));
        blanks.put("earlier", earlier(document, clauses));
        return blanks;
    }

    private static String state(AgreementDocument document) {
        if (document.superseded()) {
            return "Deze tekst is vervangen door een nieuwere. Hij geldt niet meer en blijft bewaard.";
        }
        if (document.ended()) {
            return "Deze uitlening is beëindigd of niet doorgegaan. De overeenkomst blijft bewaard.";
        }
        return document.definite() ? "Deze overeenkomst geldt: alle drie de partijen hebben ja gezegd tegen deze tekst."
            : "Dit is een voorstel. De overeenkomst geldt pas als alle drie de partijen ja hebben gezegd tegen deze tekst.";
    }

    private static Map<String, String> money(Money money, boolean taxed) {
        String unknown = "niet bekend";
        Map<String, String> blanks = new HashMap<>();
        blanks.put("money.work.how", money.rateCents() == null ? "de uitlener heeft nog geen kostprijs per uur vastgelegd"
            : text(DUTCH.hours(money.minutes()) + " × " + euro(money.rateCents().longValue()) + " kostprijs per uur"));
        blanks.put("money.work", money.workCents() == null ? unknown : euro(money.workCents()));
        blanks.put("money.travel.how", money.kilometreCents() == null || money.roadMetres() == null ? "geen tarief bekend"
            : text(DUTCH.number((money.roadMetres() + 500) / 1000) + " km × " + euro(money.kilometreCents().longValue()) + " per km"));
        blanks.put("money.travel", money.travelCents() == null ? unknown : euro(money.travelCents()));
        blanks.put("money.vat.how", !taxed ? "geen btw" : money.vatBasisPoints() == null ? "gewone tarief"
            : text(DUTCH.number(BigDecimal.valueOf(money.vatBasisPoints(), 2).stripTrailingZeros()) + " procent"));
        blanks.put("money.vat", money.vatCents() == null ? unknown : euro(money.vatCents()));
        blanks.put("money.total", money.totalCents() == null ? unknown : euro(money.totalCents()));
        blanks.put("money.total.how", money.totalCents() == null ? "nog niet te berekenen" : "ten hoogste");
        blanks.put("money.note", (money.irregularCents() == null || money.irregularCents() == 0 ? ""
            : text("In het totaal zit " + euro(money.irregularCents()) + " toeslag voor " + DUTCH.hours(money.irregularMinutes()) + " op onregelmatige uren. "))
            + (money.ratesFrom() == null ? "" : text("Tarieven zoals die golden vanaf " + DUTCH.date(money.ratesFrom()) + " of eerder."))
            + (money.demo() ? " Een of meer tarieven zijn verzonnen, voor de demonstratie." : ""));
        return blanks;
    }

    private static String conditions(AgreementContent content, Properties clauses) {
        if (content.vatConditions().isEmpty()) {
            return "";
        }
        return content.vatConditions().stream().map((VatCondition c) -> "<li>" + text(clauses.getProperty("condition." + c)) + "</li>")
            .collect(Collectors.joining("", "<li>De voorwaarden voor deze grond zijn bevestigd:<ol>", "</ol></li>"));
    }

    private static String signatures(AgreementDocument document, Properties clauses) {
        StringBuilder rows = new StringBuilder();
        for (Party party : Party.values()) {
            Optional<Signature> yes = document.signatures().stream()
                .filter(s -> s.party() == party && s.textVersion() == document.textVersion()).findFirst();
            rows.append("<tr><th scope=\"row\">").append(text(clauses.getProperty("party." + party))).append("</th>");
            rows.append(yes.map(s -> "<td>" + text(s.name()) + "</td><td>" + text(s.function()) + "</td><td>Ja, op " + text(DUTCH.dateTime(s.at()))
                + (s.givenAt() == null ? "" : text(" (vooraf gegeven op " + DUTCH.dateTime(s.givenAt()) + ")")) + "</td><td>" + s.textVersion() + "</td></tr>").orElse("<td>–</td><td>–</td><td>nog niet</td><td>–</td></tr>"));
        }
        return rows.toString();
    }

    private static String earlier(AgreementDocument document, Properties clauses) {
        List<Signature> former = document.signatures().stream().filter(s -> s.textVersion() < document.textVersion()).toList();
        if (former.isEmpty()) {
            return "";
        }
        return former.stream().map(s -> "<li>" + text(clauses.getProperty("party." + s.party())) + ", " + text(s.name()) + ", " + text(DUTCH.dateTime(s.at()))
            + ", tekst " + s.textVersion() + "</li>").collect(Collectors.joining("", "<p>Eerder gegeven, voor een tekst die niet meer geldt:</p><ol>", "</ol>"));
    }

    private static String signatory(AgreementDocument document, Party party) {
        return document.signatures().stream().filter(s -> s.party() == party && s.textVersion() == document.textVersion()).findFirst()
            .map(s -> ", vertegenwoordigd door " + text(s.name()) + " (" + text(s.function()) + ")").orElse("");
    }

    private static String isil(AgreementContent.Organisation organisation) {
        return organisation.isil() == null ? "" : " (" + text(organisation.isil()) + ")";
    }

    private static String euro(long cents) {
        return text(DUTCH.euro(BigDecimal.valueOf(cents, 2)));
    }

    /** Characters that XML cannot hold are left out; the rest is written so that it stays text. */
    static String text(String value) {
        return value == null ? "" : value.codePoints()
            .filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
            .mapToObj(AgreementPdf::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> Character.toString(character);
        };
    }

    private static String lines(String value) {
        return text(value.strip()).replaceAll("\\R", "<br />").replace("\n", "<br />");
    }

    private static Properties clauses(String version) {
        Properties clauses = new Properties();
        try (InputStream in = resource(FOLDER + "clauses-" + version + ".properties")) {
            clauses.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clauses;
    }

    private static String template(String version) {
        try (InputStream in = resource(FOLDER + "agreement-" + version + ".xhtml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String path) {
        InputStream in = AgreementPdf.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("Missing in the application: " + path);
        }
        return in;
    }
}
