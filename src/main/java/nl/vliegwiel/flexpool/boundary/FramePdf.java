package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.frame.FrameState;
import nl.vliegwiel.flexpool.domain.frame.FrameTerms;
import nl.vliegwiel.platform.paper.TaggedPaper;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/** Writes a frame agreement as an accessible PDF by the same means as the agreement of a loan. */
@ApplicationScoped
class FramePdf {
    private static final String FOLDER = "/nl/vliegwiel/flexpool/agreement/";
    private static final String CLAUSES = "1";
    private static final Pattern TOKEN = Pattern.compile("\\{\\{([a-z.]+)}}");
    private static final Formats DUTCH = Formats.in(Texts.DUTCH);

    byte[] write(Frame frame) {
        Instant last = Stream.concat(frame.consents().stream().map(Frame.Said::at), Stream.ofNullable(frame.terminatedAt()))
            .max(Comparator.naturalOrder()).filter(at -> at.isAfter(frame.madeAt())).orElse(frame.madeAt());
        return TaggedPaper.write(xhtml(frame), last, frame.id().getLeastSignificantBits() ^ last.toEpochMilli());
    }

    /** The whole text with every blank filled in; what people typed comes out as text, never as markup. */
    static String xhtml(Frame frame) {
        Map<String, String> blanks = blanks(frame);
        Matcher token = TOKEN.matcher(read("frame-" + CLAUSES + ".xhtml"));
        return token.replaceAll(match -> Matcher.quoteReplacement(Optional.ofNullable(blanks.get(match.group(1)))
            .orElseThrow(() -> new IllegalStateException("Blank without a value: " + match.group(1)))));
    }

    private static Map<String, String> blanks(Frame frame) {
        Properties frameClauses = clauses("frame-clauses-" + CLAUSES + ".properties");
        Properties grounds = clauses("clauses-" + CLAUSES + ".properties");
        FrameTerms terms = frame.terms();
        Map<String, String> blanks = new HashMap<>();
        blanks.put("number", String.valueOf(frame.number()));
        blanks.put("one.name", text(frame.one().name()));
        blanks.put("other.name", text(frame.other().name()));
        blanks.put("state", text(state(frame)));
        blanks.put("valid.from", text(DUTCH.date(frame.validFrom())));
        blanks.put("valid.to", frame.validTo() == null ? "voor onbepaalde tijd" : text("tot en met " + DUTCH.date(frame.validTo())));
        blanks.put("notice", terms.noticeMonths() == 0 ? "Er is geen opzegtermijn." : "De opzegtermijn is " + terms.noticeMonths() + (terms.noticeMonths() == 1 ? " maand." : " maanden."));
        blanks.put("waadi", text(grounds.getProperty("waadi." + terms.waadiGround())));
        blanks.put("wtta", text(grounds.getProperty(terms.wttaPosition() == null ? "wtta.none" : "wtta." + terms.wttaPosition())));
        blanks.put("vat", text(grounds.getProperty("vat." + terms.vatGround())));
        blanks.put("vat.conditions", terms.vatConditions().isEmpty() ? "" : terms.vatConditions().stream()
            .map(one -> "<li>" + text(grounds.getProperty("condition." + one)) + "</li>").collect(Collectors.joining("", "<ol>", "</ol>")));
        blanks.put("travel", text(frameClauses.getProperty("travel." + terms.travel())));
        blanks.put("liability", text(frameClauses.getProperty("liability." + terms.liability())));
        blanks.put("special", terms.special() == null ? "<p>Er zijn geen andere afspraken.</p>" : "<p>" + text(terms.special()).replaceAll("\\R", "<br />") + "</p>");
        blanks.put("text.version", String.valueOf(frame.textVersion()));
        blanks.put("text.at", text(DUTCH.dateTime(frame.madeAt())));
        blanks.put("clauses.version", CLAUSES);
        blanks.put("reference", frame.id().toString());
        blanks.put("footer", "Raamovereenkomst " + frame.number() + ", tekst " + frame.textVersion() + ", kenmerk " + frame.id());
        blanks.put("signatures", signature(frame, frame.one()) + signature(frame, frame.other()));
        return blanks;
    }

    private static String state(Frame frame) {
        if (frame.state() == FrameState.REFUSED) {
            return "Een van beide bibliotheken zei nee. Deze overeenkomst geldt niet en blijft bewaard.";
        }
        if (frame.state() == FrameState.PROPOSED) {
            return "Dit is een voorstel. De overeenkomst geldt pas als beide bibliotheken ja hebben gezegd tegen deze tekst.";
        }
        return frame.terminatedAt() == null ? "Deze overeenkomst geldt: beide bibliotheken hebben ja gezegd tegen deze tekst."
            : "Deze overeenkomst is opgezegd op " + DUTCH.date(frame.terminatedAt()) + " en eindigt op " + DUTCH.date(frame.validTo()) + ".";
    }

    private static String signature(Frame frame, Frame.Party party) {
        Frame.Said said = frame.said(party.id());
        String row = "<tr><th scope=\"row\">" + text(party.name()) + "</th>";
        return said == null ? row + "<td>–</td><td>nog niet</td></tr>"
            : row + "<td>" + text(said.name()) + "</td><td>" + (said.decision() == Decision.YES ? "Ja" : "Nee") + ", op " + text(DUTCH.dateTime(said.at())) + "</td></tr>";
    }

    private static String text(String value) {
        return AgreementPdf.text(value);
    }

    private static Properties clauses(String name) {
        Properties clauses = new Properties();
        try (InputStream in = FramePdf.class.getResourceAsStream(FOLDER + name)) {
            clauses.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clauses;
    }

    private static String read(String name) {
        try (InputStream in = FramePdf.class.getResourceAsStream(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
