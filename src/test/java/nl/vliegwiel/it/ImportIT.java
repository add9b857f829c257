package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HR takes over its employees from a file: whatever wrote it, all or nothing, and never a word about people of others. */
@RunAsClient
class ImportIT extends ServerTest {
    private static final String HR = "hr.hoogveen";
    private static final String HEADER = "email,givenName,familyName,function,hoursPerWeek,place,startDate,endDate";
    private static final String START = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static String address() {
        return "inlezen" + START + "-" + NEXT.incrementAndGet() + "@vliegwiel.example";
    }

    private static Api.Answer take(String account, byte[] file, boolean dryRun, String language) {
        return Api.as(account).post("/organisations/" + Loans.organisation(account) + "/employees:import?dryRun=" + dryRun, "text/csv", file,
            "Accept-Language", language);
    }

    private static Api.Answer take(String file, boolean dryRun) {
        return take(HR, file.getBytes(StandardCharsets.UTF_8), dryRun, "nl");
    }

    private static JsonNode employee(String account, String email) {
        JsonNode items = Api.as(account).get("/organisations/" + Loans.organisation(account) + "/employees?q=" + Api.encoded(email)).json().get("items");
        assertThat(items).as("employees found by " + email).hasSize(1);
        return items.get(0);
    }

    /** What people and work the tables hold; an import that changes nothing leaves all of it as it is. */
    private static String people() {
        return Truth.texts("""
            select md5(string_agg(line, ';' order by line)) from (select p::text line from person p union all select e::text from employment e) all_lines""").get(0);
    }

    static Stream<Arguments> files() {
        String plain = HEADER + "\n%s,Zoë,van den Bërg,Medewerker,\"24,5\",Assen,2027-05-03,\n";
        String dutch = "E-mail;Voornaam;Achternaam;Functie;Uren per week;Plaats;Begindatum;Einddatum\r\n%s;Zoë;van den Bërg;Medewerker;24,5;Assen;3-5-2027;\r\n";
        return Stream.of(
            Arguments.of("commas and UTF-8", plain, StandardCharsets.UTF_8),
            Arguments.of("a byte order mark", "\ufeff" + plain, StandardCharsets.UTF_8),
            Arguments.of("semicolons, Dutch headings and Windows line ends", dutch, StandardCharsets.UTF_8),
            Arguments.of("Windows-1252, as Excel writes in Dutch", dutch, Charset.forName("windows-1252")),
            Arguments.of("UTF-16, as Excel writes Unicode text", "\ufeff" + dutch.replace(';', '\t'), StandardCharsets.UTF_16LE),
            Arguments.of("a byte order mark and semicolons", "\ufeff" + dutch, StandardCharsets.UTF_8),
            Arguments.of("columns in another order, some left out", "startDate,familyName,givenName,hoursPerWeek,function,email\n2027-05-03,van den Bërg,Zoë,24.5,Medewerker,%s\n",
                StandardCharsets.UTF_8),
            Arguments.of("all cells in quotes, no line end at the end", "\"" + HEADER.replace(",", "\",\"") + "\"\n\"%s\",\"Zoë\",\"van den Bërg\",\"Medewerker \"\"balie\"\"\",\"24,5\",\"Assen\",\"2027-05-03\",\"\"",
                StandardCharsets.UTF_8),
            Arguments.of("a line end within quotes", plain.replace("Medewerker", "\"Medewerker\nbalie\""), StandardCharsets.UTF_8),
            Arguments.of("empty lines and spaces around cells", plain.replace(",Zoë,", ", Zoë ,") + "\n\n", StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aFileIsReadWhateverProgramWroteIt(String what, String file, Charset charset) {
        String email = address();
        byte[] bytes = file.formatted(email).getBytes(charset);
        Api.Answer dry = take(HR, bytes, true, "nl");
        assertThat(dry.status()).as(dry.body()).isEqualTo(200);
        assertThat(dry.json().get("created").asInt()).as(dry.body()).isEqualTo(1);
        assertThat(take(HR, bytes, false, "nl").json().get("applied").asBoolean()).isTrue();
        JsonNode stored = employee(HR, email);
        assertThat(stored.get("givenName").asText()).isEqualTo("Zoë");
        assertThat(stored.get("familyName").asText()).isEqualTo("van den Bërg");
        assertThat(stored.get("minutesPerWeek").asInt()).isEqualTo(1470);
        assertThat(stored.get("startsOn").asText()).isEqualTo("2027-05-03");
        assertThat(stored.get("function").asText()).startsWith("Medewerker");
    }

    @Test
    void oneBrokenRowOfEightThousandIsNamedWithColumnAndReasonAndNothingIsStored() {
        String file = HEADER + "\n" + IntStream.rangeClosed(2, 8001).mapToObj(line -> "massa%d@vliegwiel.example,Voornaam,Naam %d,Medewerker,%s,Assen,2027-05-03,"
            .formatted(line, line, line == 7311 ? "veel" : "24")).collect(Collectors.joining("\n"));
        String before = people();
        Map<String, Long> rows = Truth.rows();
        for (boolean dryRun : new boolean[] {true, false}) {
            Api.Answer answer = take(file, dryRun);
            assertThat(answer.status()).as(answer.body()).isEqualTo(dryRun ? 200 : 422);
            assertThat(answer.json().get("applied").asBoolean()).isFalse();
            assertThat(answer.json().get("refused").asInt()).isEqualTo(1);
            JsonNode refused = answer.json().at("/refusals/0");
            assertThat(refused.get("line").asInt()).isEqualTo(7311);
            assertThat(refused.at("/faults/0/field").asText()).isEqualTo("hoursPerWeek");
            assertThat(refused.at("/faults/0/message").asText()).isEqualTo("Schrijf de uren per week als 24 of 24,5, hooguit 60.");
        }
        Api.Answer english = take(HR, file.getBytes(StandardCharsets.UTF_8), false, "en");
        assertThat(english.header("Content-Type")).startsWith("application/problem+json");
        assertThat(english.json().get("detail").asText()).contains("7311").doesNotContain("regel");
        assertThat(people()).isEqualTo(before);
        assertThat(Truth.rows()).isEqualTo(rows);
    }

    @Test
    void allFaultsOfAFileAreToldAtOnce() {
        String row = "%s,Zoë,Berg,Medewerker,%s,%s,%s,%s\n";
        String twice = address();
        Api.Answer answer = take(HEADER + "\n"
            + row.formatted("geen adres", "24", "Assen", "2027-05-03", "")
            + row.formatted(twice, "61", "Assen", "2027-02-30", "")
            + row.formatted(address(), "-1", "Nergenshuizen", "99999-01-01", "")
            + row.formatted(twice, "24", "Assen", "2027-05-03", "2027-05-02")
            + row.formatted(address(), "1e400", "Assen", "-5000-01-01", "morgen")
            + row.formatted(address(), "24", "Assen", "", ""), false);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("refusals").findValuesAsText("line")).containsExactly("2", "3", "4", "5", "6", "7");
        assertThat(answer.json().get("refusals").findValuesAsText("field"))
            .contains("email", "hoursPerWeek", "place", "startDate", "endDate");
        assertThat(answer.body()).doesNotContain("???");
    }

    @Test
    void aDryRunTellsEachChangeAndStoresNothing() {
        String stays = address();
        String moves = address();
        String comes = address();
        String row = "%s,Zoë,Berg,%s,%s,Assen,2027-05-03,%n";
        take(HEADER + "\n" + row.formatted(stays, "Balie", "24") + row.formatted(moves, "Balie", "24"), false);
        String before = people();
        Map<String, Long> rows = Truth.rows();
        JsonNode told = take(HEADER + "\n" + row.formatted(stays, "Balie", "24") + row.formatted(moves, "Taalhuis", "32") + row.formatted(comes, "Balie", "8"), true).json();
        assertThat(told.get("dryRun").asBoolean()).isTrue();
        assertThat(told.get("applied").asBoolean()).isFalse();
        assertThat(told.get("changes").findValuesAsText("email")).containsExactly(moves, comes);
        assertThat(told.at("/changes/0/values").findValuesAsText("field")).containsExactlyInAnyOrder("function", "minutesPerWeek");
        assertThat(told.at("/changes/0/values").findValuesAsText("after")).containsExactlyInAnyOrder("Taalhuis", "1920");
        assertThat(told.at("/changes/1/outcome").asText()).isEqualTo("CREATED");
        assertThat(people()).isEqualTo(before);
        assertThat(Truth.rows()).isEqualTo(rows);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String file = HEADER + "\n" + address() + ",Zoë,Berg,Balie,24,Assen,2027-05-03,2028-05-02\n" + address() + ",Noor,Ès,Balie,8,,2027-05-03,\n";
        assertThat(take(file, false).json().get("created").asInt()).isEqualTo(2);
        String before = people();
        JsonNode again = take(file, false).json();
        assertThat(again.get("unchanged").asInt()).isEqualTo(2);
        assertThat(again.get("created").asInt() + again.get("updated").asInt()).isZero();
        assertThat(people()).isEqualTo(before);
    }

    @Test
    void somebodyOfAnotherLibraryGetsASecondEmploymentAndNothingIsToldOfTheFirst() {
        String email = address();
        take("hr.vennenland", (HEADER + "\n" + email + ",Philippine,Strootman,Domeinspecialist,32,Breda,2027-05-03,\n").getBytes(StandardCharsets.UTF_8), false, "nl");
        String first = employee("hr.vennenland", email).toString();
        String mine = HEADER + "\n" + email + ",Pietje,Anders,Balie,4,Assen,2027-06-01,\n";
        for (boolean dryRun : new boolean[] {true, false}) {
            Api.Answer told = take(mine, dryRun);
            assertThat(told.json().get("created").asInt()).as(told.body()).isEqualTo(1);
            assertThat(told.body()).doesNotContain("Philippine", "Strootman", "Domeinspecialist", "Breda", "Vennenland", "1920");
        }
        assertThat(employee("hr.vennenland", email)).hasToString(first);
        assertThat(employee(HR, email).get("function").asText()).isEqualTo("Balie");
    }

    static Stream<Arguments> wrongFiles() {
        byte[] pdf = "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<</Type/Catalog>>\nendobj\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4, 5, 6, 0, 0};
        return Stream.of(
            Arguments.of("a column is missing", text("email,givenName,familyName,function,startDate\na@b.nl,A,B,C,2027-05-03"), 422, "import.heading.missing"),
            Arguments.of("a column is unknown", text(HEADER + ",bsn\na@b.nl,A,B,C,24,Assen,2027-05-03,,1"), 422, "import.heading.unknown"),
            Arguments.of("a column is there twice", text(HEADER + ",email\na@b.nl,A,B,C,24,Assen,2027-05-03,,x@b.nl"), 422, "import.heading.twice"),
            Arguments.of("nothing is in it", new byte[0], 400, "body.missing"),
            Arguments.of("only spaces are in it", text("  \n \n"), 422, "import.file.empty"),
            Arguments.of("only headings are in it", text(HEADER + "\n"), 422, "import.file.noRows"),
            Arguments.of("it is a PDF", pdf, 422, "import.file.notCsv"),
            Arguments.of("it is a zip or an Excel workbook", zip, 422, "import.file.notCsv"),
            Arguments.of("it is a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, 422, "import.file.notCsv"),
            Arguments.of("it is 20 MB", filled(20 << 20), 413, "problem.413.detail"));
    }

    private static byte[] text(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] filled(int size) {
        byte[] file = new byte[size];
        Arrays.fill(file, (byte) 'a');
        return file;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFiles")
    void aFileThatCannotBeReadIsRefusedInTheLanguageAskedFor(String what, byte[] file, int status, String key) {
        Map<String, Long> rows = Truth.rows();
        Api.Answer dutch = take(HR, file, false, "nl");
        Api.Answer english = take(HR, file, false, "en");
        assertThat(dutch.status()).as(dutch.body()).isEqualTo(status);
        assertThat(dutch.header("Content-Type")).startsWith("application/problem+json");
        assertThat(dutch.key()).isEqualTo(key);
        assertThat(dutch.json().get("detail").asText()).isNotBlank().isNotEqualTo(english.json().get("detail").asText());
        assertThat(Truth.rows()).isEqualTo(rows);
    }

    @Test
    void thePageShowsWhatWouldChangeBeforeAnythingDoes() {
        String email = address();
        Visitor hr = new Visitor();
        hr.signIn(HR);
        String before = people();
        Visitor.Page checked = upload(hr, "personeel.csv", text(HEADER + "\n" + email + ",Zoë,Bërg,Balie,24,Assen,2027-05-03,\n"));
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.body()).contains(email, "Zoë Bërg", "personeel.csv", "Nieuw dienstverband");
        assertThat(people()).isEqualTo(before);
        Visitor.Page taken = hr.post("/organisation/import", WebForm.of(checked.body(), "takeForm").with("takeForm:take", "x").encoded());
        assertThat(taken.status()).as(taken.body()).isEqualTo(302);
        assertThat(employee(HR, email).get("givenName").asText()).isEqualTo("Zoë");
    }

    @Test
    void thePageNamesLineColumnAndReasonOfWhatIsWrong() {
        Visitor hr = new Visitor();
        hr.signIn(HR);
        String rows = IntStream.range(2, 12).mapToObj(line -> address() + ",Zoë,Bërg,Balie," + (line == 7 ? "veel" : "24") + ",Assen,2027-05-03,")
            .collect(Collectors.joining("\n"));
        Visitor.Page checked = upload(hr, "personeel.csv", text(HEADER + "\n" + rows));
        assertThat(checked.body()).contains("Uren per week: Schrijf de uren per week als 24 of 24,5, hooguit 60.", ">7</td>").doesNotContain("id=\"takeForm:take\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFiles")
    void thePageSaysAtTheFieldWhyItCannotReadAFile(String what, byte[] file, int status, String key) {
        Visitor hr = new Visitor();
        hr.signIn(HR);
        String before = people();
        Visitor.Page page = upload(hr, "wat.pdf", file);
        assertThat(page.status()).as(what).isEqualTo(200);
        assertThat(page.body()).contains("</html>", "href=\"#fileForm:file\"");
        assertThat(people()).isEqualTo(before);
    }

    @Test
    void aFormThatCannotBeReadIsAPageThatSaysSo() {
        Visitor hr = new Visitor();
        hr.signIn(HR);
        assertThat(hr.post("/organisation/import", "multipart/form-data", text("no parts at all")).status()).isEqualTo(400);
        assertThat(hr.post("/organisation/import", "multipart/form-data; boundary=x", text("--y\r\n\r\n")).status()).isBetween(200, 499);
    }

    private static Visitor.Page upload(Visitor hr, String name, byte[] file) {
        Visitor.Page page = hr.get("/organisation/import");
        assertThat(page.status()).isEqualTo(200);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        WebForm.of(page.body(), "fileForm").values().forEach((field, value) -> part(body, "name=\"" + field + "\"", text(value)));
        part(body, "name=\"fileForm:file\"; filename=\"" + name + "\"\r\nContent-Type: text/csv", file);
        part(body, "name=\"fileForm:check\"", text("x"));
        body.writeBytes(text("--grens--\r\n"));
        return hr.post("/organisation/import", "multipart/form-data; boundary=grens", body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(text("--grens\r\nContent-Disposition: form-data; " + head + "\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(text("\r\n"));
    }
}
