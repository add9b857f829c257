package nl.vliegwiel.person.boundary;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.vliegwiel.platform.rule.RuleViolation;

/**
 * Reads a file of employees as spreadsheets write it: commas, semicolons or tabs; UTF-8 with or without mark, UTF-16,
 * or Windows-1252; headings in any order and case, in English or Dutch. Says the line of what it cannot read.
 */
final class EmployeeFile {
    static final int MOST_ROWS = 20_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LONGEST_HEADING_SHOWN = 40;
    /** Spreadsheets let people break a line within a cell. */
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private EmployeeFile() {
    }

    /** A column of the file. */
    enum Column {
        EMAIL("email", true, "email", "e-mail", "mail", "e-mailadres", "mailadres"),
        GIVEN_NAME("givenName", true, "givenname", "voornaam", "roepnaam"),
        FAMILY_NAME("familyName", true, "familyname", "achternaam"),
        FUNCTION("function", true, "function", "functie"),
        HOURS_PER_WEEK("hoursPerWeek", true, "hoursperweek", "urenperweek", "contracturen"),
        PLACE("place", false, "place", "plaats", "werkplaats"),
        START_DATE("startDate", true, "startdate", "begindatum", "startdatum", "indienst"),
        END_DATE("endDate", false, "enddate", "einddatum", "uitdienst");

        private static final Map<String, Column> BY_HEADING = new HashMap<>();

        static {
            for (Column column : values()) {
                for (String heading : column.headings) {
                    BY_HEADING.put(heading, column);
                }
            }
        }

        private final String field;
        private final boolean required;
        private final String[] headings;

        Column(String field, boolean required, String... headings) {
            this.field = field;
            this.required = required;
            this.headings = headings;
        }

        /** As the API names it. */
        String field() {
            return field;
        }

        static Column ofHeading(String text) {
            return BY_HEADING.get(text.toLowerCase(Locale.ROOT).replace(" ", "").replace("_", ""));
        }
    }

    /**
     * One line with its texts.
     *
     * @param line number in the file, the headings being line 1 when the file starts with them
     * @param values trimmed; empty where the cell is empty or the column is left out
     * @param fault message key of what makes the whole line unreadable; null when it can be read
     */
    record Row(int line, Map<Column, String> values, String fault) {
        String value(Column column) {
            return values.getOrDefault(column, "");
        }
    }

    /**
     * @param file the bytes as uploaded
     * @return the lines with employees, in order; empty lines are passed over
     * @throws RuleViolation when it is no such file: empty, no text, headings missing, unknown or doubled, too long
     */
    static List<Row> read(byte[] file) {
        String text = text(file);
        int skipped = 0;
        if (text.regionMatches(true, 0, "sep=", 0, 4)) {
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
            skipped = 1;
        }
        if (text.isBlank()) {
            throw new RuleViolation("import.file.empty");
        }
        CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator(text)).skipEmptyLines(true)
            .allowExtraFields(true).allowMissingFields(true).allowExtraCharsAfterClosingQuote(false).allowUnclosedQuote(false)
            .maxBufferSize(1 << 20).ofCsvRecord(text);
        return rows(reader.iterator(), skipped);
    }

    private static List<Row> rows(Iterator<CsvRecord> records, int skipped) {
        List<Column> columns = null;
        List<Row> rows = new ArrayList<>();
        int next = 1;
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                int line = (int) record.getStartingLineNumber();
                next = line + 1 + (int) record.getFields().stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
                if (record.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (columns == null) {
                    columns = columns(record.getFields());
                    continue;
                }
                if (rows.size() == MOST_ROWS) {
                    throw new RuleViolation("import.file.tooLong", MOST_ROWS);
                }
                rows.add(row(line + skipped, record.getFields(), columns));
            }
        } catch (CsvParseException e) {
            if (columns == null) {
                throw new RuleViolation("import.file.notCsv");
            }
            rows.add(new Row(next + skipped, Map.of(), "import.row.quote"));
        }
        if (columns == null) {
            throw new RuleViolation("import.file.empty");
        }
        if (rows.isEmpty()) {
            throw new RuleViolation("import.file.noRows");
        }
        return rows;
    }

    private static Row row(int line, List<String> fields, List<Column> columns) {
        if (fields.size() > columns.size() && fields.subList(columns.size(), fields.size()).stream().anyMatch(field -> !field.isBlank())) {
            return new Row(line, Map.of(), "import.row.tooManyCells");
        }
        Map<Column, String> values = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size() && i < fields.size(); i++) {
            if (columns.get(i) != null) {
                values.put(columns.get(i), LINE_END.matcher(fields.get(i).replace('\u00a0', ' ').strip()).replaceAll(" "));
            }
        }
        return new Row(line, values, null);
    }

    /** A column without heading is passed over while it is empty, since spreadsheets leave such behind. */
    private static List<Column> columns(List<String> headings) {
        List<Column> columns = new ArrayList<>();
        for (String heading : headings) {
            String text = heading.strip();
            Column column = text.isEmpty() ? null : Column.ofHeading(text);
            if (!text.isEmpty() && column == null) {
                throw new RuleViolation("import.heading.unknown", text.substring(0, Math.min(text.length(), LONGEST_HEADING_SHOWN)));
            }
            if (column != null && columns.contains(column)) {
                throw new RuleViolation("import.heading.twice", column.field());
            }
            columns.add(column);
        }
        while (!columns.isEmpty() && columns.get(columns.size() - 1) == null) {
            columns.remove(columns.size() - 1);
        }
        for (Column column : Column.values()) {
            if (column.required && !columns.contains(column)) {
                throw new RuleViolation("import.heading.missing", column.field());
            }
        }
        return columns;
    }

    /** The separator that the line with the headings uses most; quotes do not matter there. */
    private static char separator(String text) {
        String headings = text.strip().lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = headings.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static String text(byte[] file) {
        if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return decoded(file, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(file, 0xFF, 0xFE)) {
            return decoded(file, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(file, 0xFE, 0xFF)) {
            return decoded(file, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(file, '%', 'P', 'D', 'F')) {
            throw new RuleViolation("import.file.notCsv");
        }
        for (byte b : file) {
            if (b == 0) {
                throw new RuleViolation("import.file.notCsv");
            }
        }
        try {
            return strict(file, 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return new String(file, WINDOWS);
        }
    }

    private static String decoded(byte[] file, int from, Charset charset) {
        try {
            return strict(file, from, charset);
        } catch (CharacterCodingException e) {
            throw new RuleViolation("import.file.notCsv");
        }
    }

    private static String strict(byte[] file, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(file, from, file.length - from)).toString();
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
