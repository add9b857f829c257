package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.vliegwiel.flexpool.domain.settlement.Netting;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.platform.paper.TaggedPaper;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/** Writes the open book of a quarter as an accessible PDF, in Dutch as the agreements are. */
@ApplicationScoped
class SettlementPdf {
    private static final Pattern TOKEN = Pattern.compile("\\{\\{([a-z.]+)}}");
    private static final Formats DUTCH = Formats.in(Texts.DUTCH);

    byte[] write(String library, Quarter quarter, List<SettlementView> settlements, Instant now) {
        return TaggedPaper.write(xhtml(library, quarter, settlements), now, quarter.start().toEpochDay() ^ now.toEpochMilli());
    }

    static String xhtml(String library, Quarter quarter, List<SettlementView> settlements) {
        Map<String, String> blanks = new HashMap<>();
        blanks.put("library", text(library));
        blanks.put("quarter", quarter.number() + "e kwartaal " + quarter.start().getYear());
        blanks.put("days", text(DUTCH.days(quarter.start(), quarter.lastDay())));
        blanks.put("demo", settlements.stream().anyMatch(SettlementView::isDemo) ? "<p class=\"state\">Een of meer tarieven zijn verzonnen, voor de demonstratie.</p>" : "");
        StringBuilder parts = new StringBuilder();
        StringBuilder bookmarks = new StringBuilder();
        for (int i = 0; i < settlements.size(); i++) {
            SettlementView view = settlements.get(i);
            bookmarks.append("<bookmark name=\"").append(text(view.counterpart())).append("\" href=\"#deel").append(i).append("\" />");
            parts.append("<h2 id=\"deel").append(i).append("\">").append(text(view.counterpart())).append("</h2>").append(part(view));
        }
        blanks.put("bookmarks", bookmarks.length() == 0 ? "<bookmark name=\"Afrekening\" href=\"#begin\" />" : bookmarks.toString());
        blanks.put("parts", parts.length() == 0 ? "<p>In dit kwartaal is er niets af te rekenen.</p>" : parts.toString());
        Matcher token = TOKEN.matcher(template());
        return token.replaceAll(match -> Matcher.quoteReplacement(blanks.get(match.group(1))));
    }

    private static String part(SettlementView view) {
        StringBuilder html = new StringBuilder("<p class=\"state\">").append(text(state(view))).append("</p>");
        html.append(side(view.library() + " leende uit aan " + view.counterpart(), view.ours(), view.netting().ours()));
        html.append(side(view.counterpart() + " leende uit aan " + view.library(), view.theirs(), view.netting().theirs()));
        html.append("<p class=\"lead\">").append(text(view.payer() == null ? "Per saldo betaalt niemand iets."
            : "Per saldo betaalt " + view.payer() + " " + euro(view.balance()) + " aan " + view.payee() + ".")).append("</p>");
        if (!view.invoices().isEmpty()) {
            html.append("<table><thead><tr><th scope=\"col\">Factuur</th><th scope=\"col\">Van</th><th scope=\"col\">Datum</th><th scope=\"col\">Betalen voor</th>"
                + "<th scope=\"col\" class=\"num\">Netto</th><th scope=\"col\" class=\"num\">Btw</th><th scope=\"col\" class=\"num\">Totaal</th></tr></thead><tbody>");
            for (SettlementView.Invoice invoice : view.invoices()) {
                html.append("<tr><th scope=\"row\">").append(text(invoice.number())).append("</th>").append(cell(invoice.ours() ? view.library() : view.counterpart()))
                    .append(cell(DUTCH.date(invoice.issuedOn()))).append(cell(DUTCH.date(invoice.dueOn()))).append(number(euro(invoice.netCents())))
                    .append(number(euro(invoice.vatCents()))).append(number(euro(invoice.totalCents()))).append("</tr>");
            }
            html.append("</tbody></table>");
        }
        return html.toString();
    }

    private static String state(SettlementView view) {
        if (view.state() == null) {
            return "Nog niet afgerekend: dit zijn goedgekeurde uren van dit kwartaal.";
        }
        return switch (view.state()) {
            case DRAFT -> "Concept. Dit kan nog veranderen.";
            case SENT -> "Verstuurd op " + DUTCH.date(view.sentAt()) + ". De facturen over en weer worden verrekend.";
            case PAID -> "Betaald op " + DUTCH.date(view.paidAt()) + ".";
        };
    }

    private static String side(String title, List<SettlementView.Line> lines, Netting.Side sum) {
        if (lines.isEmpty()) {
            return "<h3>" + text(title) + "</h3><p>Niets in dit kwartaal.</p>";
        }
        StringBuilder html = new StringBuilder("<h3>").append(text(title)).append("</h3><table><thead><tr><th scope=\"col\">Wie, wat en wanneer</th><th scope=\"col\">Berekening</th>"
            + "<th scope=\"col\" class=\"num\">Netto</th><th scope=\"col\" class=\"num\">Btw</th><th scope=\"col\" class=\"num\">Totaal</th></tr></thead><tbody>");
        for (SettlementView.Line line : lines) {
            OpenBookLine book = line.book();
            html.append("<tr><th scope=\"row\">").append(text(line.employee())).append("<br />").append(text(line.title())).append("<br />")
                .append(text(DUTCH.date(book.workedOn()))).append("</th>").append(cell(reckoning(book))).append(number(euro(book.netCents())))
                .append(number(euro(book.vatCents()))).append(number(euro(book.totalCents()))).append("</tr>");
        }
        return html.append("<tr class=\"total\"><th scope=\"row\">Samen</th>").append(cell(DUTCH.hours(sum.minutes()))).append(number(euro(sum.netCents())))
            .append(number(euro(sum.vatCents()))).append(number(euro(sum.totalCents()))).append("</tr></tbody></table>").toString();
    }

    private static String reckoning(OpenBookLine book) {
        String said = DUTCH.hours(book.minutes()) + " × " + euro(book.hourCents()) + " (kostprijs " + euro(book.costPriceCents()) + ") = " + euro(book.workCents());
        if (book.irregularCents() != 0) {
            said += "; toeslag over " + DUTCH.hours(book.irregularMinutes()) + ": " + euro(book.irregularCents());
        }
        if (book.travelCents() != 0) {
            said += "; reis " + DUTCH.number(BigDecimal.valueOf(book.roadMetres(), 3)) + " km × " + euro(book.kilometreCents()) + " = " + euro(book.travelCents());
        }
        return (book.correction() ? "Correctie: " : "") + said + "; btw " + switch (book.vatGround()) {
            case STANDARD -> DUTCH.number(BigDecimal.valueOf(book.vatBasisPoints(), 2)) + " procent";
            case STRUCTURAL_SOCIAL_CULTURAL -> "vrijgesteld, structureel sociaal-cultureel";
            case SERVICE_OWN_DIRECTION -> "vrijgesteld, dienst onder eigen leiding";
            case COST_SHARING -> "geen, kosten voor gemene rekening";
        };
    }

    private static String cell(String value) {
        return "<td>" + text(value) + "</td>";
    }

    private static String number(String value) {
        return "<td class=\"num\">" + text(value) + "</td>";
    }

    private static String euro(long cents) {
        return DUTCH.euro(BigDecimal.valueOf(cents, 2));
    }

    private static String text(String value) {
        return AgreementPdf.text(value);
    }

    private static String template() {
        try (InputStream in = SettlementPdf.class.getResourceAsStream("/nl/vliegwiel/flexpool/settlement/settlement.xhtml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
