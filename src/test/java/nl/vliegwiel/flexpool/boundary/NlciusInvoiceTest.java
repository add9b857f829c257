package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.simplerinvoicing.SimplerInvoicingValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.settlement.InvoiceParty;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our e-invoices under the official schema of UBL 2.1 and the official rules of EN 16931 and NLCIUS (SI-UBL 2.0). */
class NlciusInvoiceTest {
    private static final InvoiceParty SELLER = InvoiceParty.typed("Stichting Bibliotheek Duinrand", "00000011", "NL000000011B01", "Dorpsstraat 1", "1234ab", "Hilversum",
        "NL91 ABNA 0417 1643 00", "finance@duinrand.vliegwiel.example");
    private static final InvoiceParty BUYER = InvoiceParty.typed("Stichting Bibliotheek & <Vennenland>", "00000022", "", "Markt 2", "5011 CD", "Tilburg", "NL91ABNA0417164300", "");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private static ValidationExecutorSetRegistry<IValidationSourceXML> rules;

    @BeforeAll
    static void readRules() {
        rules = new ValidationExecutorSetRegistry<>();
        SimplerInvoicingValidation.initSimplerInvoicing(rules);
    }

    private static OpenBookLine line(int number, boolean correction, int minutes, long irregular, int metres, VatGround ground) {
        long work = Math.round(minutes * 3_517 / 60.0);
        long travel = correction ? 0 : Math.round(metres * 23 / 1_000.0);
        return new OpenBookLine(new UUID(1, number), 1, correction, ONE, OTHER, LocalDate.of(2027, 2, 1), minutes, null, 3_517, 3_517, work, irregular == 0 ? 0 : 60, irregular, metres,
            23, travel, work + irregular + travel, ground, ground.isTaxed() ? 2_100 : 0, 0, "test", false);
    }

    private static byte[] invoice(List<OpenBookLine> lines, VatGround ground) {
        List<OpenBookLine> taxed = OpenBookLine.withVat(lines);
        Map<UUID, String> about = new java.util.HashMap<>();
        taxed.forEach(one -> about.put(one.placementId(), "Anna Kuiper, Hulp aan de balie & \u0007 <veel> 'meer'"));
        return NlciusInvoice.write(new NlciusInvoice.Document("2027-00001", LocalDate.of(2027, 4, 2), LocalDate.of(2027, 5, 2), Quarter.parse("2027Q1").orElseThrow(), SELLER, BUYER,
            ground, ground.isTaxed() ? 2_100 : 0, taxed, about, false));
    }

    private static List<String> faults(byte[] xml, boolean credit) {
        // The newest set of rules that is not retired
        DVRCoordinate asked = rules.getAll().stream().map(set -> set.getID()).filter(id -> id.getGroupID().equals("org.simplerinvoicing")
            && id.getArtifactID().equals(credit ? "creditnote" : "invoice") && id.getVersionString().startsWith("2.0.3")).max(java.util.Comparator.naturalOrder()).orElseThrow();
        var set = rules.getOfID(asked);
        ValidationResultList results = new ValidationResultList(null);
        ValidationExecutionManager.executeValidation(IValidityDeterminator.createDefault(), set, (IValidationSourceXML) ValidationSourceXML.create(new ReadableResourceByteArray(xml)), results,
            Locale.ENGLISH);
        assertThat(results).as("schema and rules were applied").hasSizeGreaterThanOrEqualTo(2);
        List<String> faults = new ArrayList<>();
        results.forEach(result -> result.getErrorList().forEach(error -> {
            if (error.isError() || error.isFailure()) {
                faults.add(error.getAsString(Locale.ENGLISH));
            }
        }));
        return faults;
    }

    @ParameterizedTest
    @EnumSource(VatGround.class)
    void passesTheOfficialRulesWhateverTheVatGround(VatGround ground) {
        byte[] xml = invoice(List.of(line(1, false, 365, 1_080, 12_345, ground), line(2, false, 61, 0, 0, ground), line(3, true, -30, 0, 0, ground), line(4, true, 0, 0, 0, ground)), ground);
        assertThat(faults(xml, false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(VatGround.class)
    void lessThanNothingIsACreditNoteThatPassesToo(VatGround ground) {
        byte[] xml = invoice(List.of(line(1, true, -200, 0, 0, ground), line(2, false, 61, 0, 4_000, ground)), ground);
        assertThat(new String(xml, StandardCharsets.UTF_8)).contains("<CreditNote", "<cbc:CreditNoteTypeCode>381<");
        assertThat(faults(xml, true)).isEmpty();
    }

    @Test
    void theJudgeFindsWhatIsWrong() {
        String good = new String(invoice(List.of(line(1, false, 365, 0, 0, VatGround.STANDARD)), VatGround.STANDARD), StandardCharsets.UTF_8);
        assertThat(faults(good.replaceFirst("<cbc:PayableAmount currencyID=\"EUR\">\\d", "<cbc:PayableAmount currencyID=\"EUR\">9").getBytes(StandardCharsets.UTF_8), false)).isNotEmpty();
        assertThat(faults(good.replace("schemeID=\"0106\"", "schemeID=\"0088\"").getBytes(StandardCharsets.UTF_8), false)).as("NLCIUS asks KVK or OIN").isNotEmpty();
    }
}
