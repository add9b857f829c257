package nl.vliegwiel.flexpool.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import nl.vliegwiel.platform.rule.Violation;
import org.junit.jupiter.api.Test;

/** What an invoice has to name, as people type it. */
class InvoicePartyTest {
    @Test
    void spacesAndSmallLettersDoNotMatter() {
        InvoiceParty party = InvoiceParty.typed(" Stichting Duinrand ", "0000 0011", "nl 000000011 b01", "Dorpsstraat 1", "1234ab", "Hilversum", "nl91 abna 0417 1643 00", " ");
        assertThat(party.check()).isEmpty();
        assertThat(party.postcode()).isEqualTo("1234 AB");
        assertThat(party.iban()).isEqualTo("NL91ABNA0417164300");
        assertThat(party.email()).isNull();
    }

    @Test
    void eachFaultIsNamedAtItsField() {
        InvoiceParty party = InvoiceParty.typed(null, "1234567", "NL12", "", "0123 AB", "x", "NL91ABNA0417164301", "geen adres");
        assertThat(party.check()).extracting(Violation::field).containsExactly("legalName", "kvk", "vatId", "street", "postcode", "city", "iban", "email");
    }
}
