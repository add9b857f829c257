package nl.vliegwiel.flexpool.boundary;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** The open book as a file that a Dutch spreadsheet opens at once: semicolons, decimal commas, a mark for UTF-8. */
final class SettlementCsv {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private SettlementCsv() {
    }

    static byte[] write(List<SettlementView> settlements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord("Kwartaal", "Stand", "Uitlener", "Inlener", "Datum", "Medewerker", "Werk", "Plaats", "Soort", "Uren", "Kostprijs per uur", "Prijs per uur", "Arbeid",
                "Uren met toeslag", "Toeslag", "Kilometers", "Reiskosten", "Netto", "Btw-grond", "Btw-percentage", "Btw", "Totaal", "Tarieven van", "Verzonnen tarief", "Plaatsing");
            for (SettlementView view : settlements) {
                for (SettlementView.Line line : Stream.concat(view.ours().stream(), view.theirs().stream()).toList()) {
                    boolean ours = line.book().lenderId().equals(view.libraryId());
                    var book = line.book();
                    csv.writeRecord(view.quarter().name(), view.state() == null ? "nog niet afgerekend" : state(view), text(ours ? view.library() : view.counterpart()),
                        text(ours ? view.counterpart() : view.library()), day(book.workedOn()), text(line.employee()), text(line.title()), text(line.place()),
                        book.correction() ? "correctie" : "werk", hours(book.minutes()), euro(book.costPriceCents()), euro(book.hourCents()), euro(book.workCents()),
                        hours(book.irregularMinutes()), euro(book.irregularCents()), decimal(BigDecimal.valueOf(book.roadMetres(), 3)), euro(book.travelCents()),
                        euro(book.netCents()), book.vatGround().name(), decimal(BigDecimal.valueOf(book.vatBasisPoints(), 2)), euro(book.vatCents()), euro(book.totalCents()),
                        book.ratesVersion(), book.demo() ? "ja" : "nee", book.placementId().toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String state(SettlementView view) {
        return switch (view.state()) {
            case DRAFT -> "concept";
            case SENT -> "verstuurd";
            case PAID -> "betaald";
        };
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String hours(int minutes) {
        return decimal(BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 4, RoundingMode.HALF_UP));
    }

    private static String euro(long cents) {
        return decimal(BigDecimal.valueOf(cents, 2));
    }

    private static String decimal(BigDecimal figure) {
        return figure.toPlainString().replace('.', ',');
    }

    /** What a spreadsheet would take for a formula stays a text. */
    private static String text(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
