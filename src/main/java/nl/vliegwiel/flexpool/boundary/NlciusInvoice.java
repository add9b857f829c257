package nl.vliegwiel.flexpool.boundary;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.settlement.InvoiceParty;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/**
 * Writes an e-invoice: UBL 2.1 after EN 16931 in the Dutch use of it, NLCIUS 1.0 (SI-UBL 2.0). One VAT ground per invoice. Less
 * than nothing becomes a credit note, for an invoice with a total below zero is not allowed. Pure Java: the official rules are
 * applied to it in the tests.
 */
final class NlciusInvoice {
    private static final String CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    private static final String CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private static final String ROOT = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String NLCIUS = "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0";
    private static final String PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
    private static final String KVK = "0106";
    private static final String CREDIT_TRANSFER = "30";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private NlciusInvoice() {
    }

    /**
     * All that goes on one invoice.
     *
     * @param number unique at the seller
     * @param lines of this seller and this VAT ground
     * @param about what each placement is, in words
     * @param draft not sent: the note says so
     */
    record Document(String number, LocalDate issuedOn, LocalDate dueOn, Quarter quarter, InvoiceParty seller, InvoiceParty buyer, VatGround ground,
            int vatBasisPoints, List<OpenBookLine> lines, Map<UUID, String> about, boolean draft) {
        long netCents() {
            return lines.stream().mapToLong(OpenBookLine::netCents).sum();
        }

        long vatCents() {
            return lines.stream().mapToLong(OpenBookLine::vatCents).sum();
        }
    }

    /** Whether the seller has to name its VAT identification number: wherever the turnover is within the VAT act. */
    static boolean asksVatId(VatGround ground) {
        return ground != VatGround.COST_SHARING;
    }

    static byte[] write(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
            new Writing(xml, document).invoice();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Memory can be written to", e);
        }
        return out.toByteArray();
    }

    private static final class Writing {
        private final XMLStreamWriter xml;
        private final Document document;
        private final boolean credit;
        private final int sign;
        private int lineNumber;

        private Writing(XMLStreamWriter xml, Document document) {
            this.xml = xml;
            this.document = document;
            this.credit = document.netCents() + document.vatCents() < 0;
            this.sign = credit ? -1 : 1;
        }

        private void invoice() throws XMLStreamException {
            String name = credit ? "CreditNote" : "Invoice";
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("", name, ROOT + name + "-2");
            xml.writeDefaultNamespace(ROOT + name + "-2");
            xml.writeNamespace("cac", CAC);
            xml.writeNamespace("cbc", CBC);
            basic("CustomizationID", NLCIUS);
            basic("ProfileID", PROCESS);
            basic("ID", document.number());
            basic("IssueDate", document.issuedOn().toString());
            if (!credit) {
                basic("DueDate", document.dueOn().toString());
            }
            basic(name + "TypeCode", credit ? "381" : "380");
            basic("Note", (document.draft() ? "CONCEPT, nog niet verstuurd. " : "") + "Uitlening van medewerkers tegen kostprijs, zonder winst. Wordt verrekend met wat u ons in rekening brengt.");
            basic("DocumentCurrencyCode", "EUR");
            basic("BuyerReference", "Vliegwiel " + document.quarter().name());
            open("InvoicePeriod");
            basic("StartDate", document.quarter().start().toString());
            basic("EndDate", document.quarter().lastDay().toString());
            close();
            party("AccountingSupplierParty", document.seller(), true);
            party("AccountingCustomerParty", document.buyer(), false);
            open("PaymentMeans");
            basic("PaymentMeansCode", CREDIT_TRANSFER);
            basic("PaymentID", document.number());
            open("PayeeFinancialAccount");
            basic("ID", document.seller().iban());
            close();
            close();
            tax();
            totals();
            for (OpenBookLine line : document.lines()) {
                lines(line);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        }

        private void party(String role, InvoiceParty party, boolean seller) throws XMLStreamException {
            open(role);
            open("Party");
            basic("EndpointID", party.kvk(), "schemeID", KVK);
            open("PartyName");
            basic("Name", party.legalName());
            close();
            open("PostalAddress");
            basic("StreetName", party.street());
            basic("CityName", party.city());
            basic("PostalZone", party.postcode());
            open("Country");
            basic("IdentificationCode", "NL");
            close();
            close();
            if (party.vatId() != null && asksVatId(document.ground())) {
                open("PartyTaxScheme");
                basic("CompanyID", party.vatId());
                vatScheme();
                close();
            }
            open("PartyLegalEntity");
            basic("RegistrationName", party.legalName());
            basic("CompanyID", party.kvk(), "schemeID", KVK);
            close();
            if (seller && party.email() != null) {
                open("Contact");
                basic("ElectronicMail", party.email());
                close();
            }
            close();
            close();
        }

        private void tax() throws XMLStreamException {
            open("TaxTotal");
            amount("TaxAmount", sign * document.vatCents());
            open("TaxSubtotal");
            amount("TaxableAmount", sign * document.netCents());
            amount("TaxAmount", sign * document.vatCents());
            category("TaxCategory", true);
            close();
            close();
        }

        private void totals() throws XMLStreamException {
            open("LegalMonetaryTotal");
            amount("LineExtensionAmount", sign * document.netCents());
            amount("TaxExclusiveAmount", sign * document.netCents());
            amount("TaxInclusiveAmount", sign * (document.netCents() + document.vatCents()));
            amount("PayableAmount", sign * (document.netCents() + document.vatCents()));
            close();
        }

        /** Work by the minute at a price per 60, so that quantity times price is the very amount; travel by the kilometre. */
        private void lines(OpenBookLine book) throws XMLStreamException {
            String about = document.about().get(book.placementId()) + ", " + Formats.in(Texts.DUTCH).date(book.workedOn());
            if (book.correction()) {
                line("Correctie van goedgekeurde uren", about, "C62", BigDecimal.ONE.multiply(BigDecimal.valueOf(Long.signum(sign * book.netCents()))),
                    cents(Math.abs(book.netCents())), 0, sign * book.netCents());
                return;
            }
            line("Uren tegen kostprijs", about, "MIN", BigDecimal.valueOf((long) sign * book.minutes()), cents(book.hourCents()), 60, sign * book.workCents());
            if (book.irregularCents() != 0) {
                line("Toeslag voor onregelmatige uren", about + ", " + book.irregularMinutes() + " minuten", "C62", BigDecimal.valueOf(sign), cents(book.irregularCents()), 0,
                    sign * book.irregularCents());
            }
            if (book.travelCents() != 0) {
                line("Reiskosten heen en terug", about, "KMT", BigDecimal.valueOf((long) sign * book.roadMetres(), 3), cents(book.kilometreCents()), 0,
                    sign * book.travelCents());
            }
        }

        private void line(String name, String about, String unit, BigDecimal quantity, BigDecimal price, int base, long cents) throws XMLStreamException {
            if (quantity.signum() == 0 && cents == 0) {
                return;
            }
            open(credit ? "CreditNoteLine" : "InvoiceLine");
            basic("ID", String.valueOf(++lineNumber));
            basic(credit ? "CreditedQuantity" : "InvoicedQuantity", quantity.toPlainString(), "unitCode", unit);
            amount("LineExtensionAmount", cents);
            open("Item");
            basic("Description", about);
            basic("Name", name);
            category("ClassifiedTaxCategory", false);
            close();
            open("Price");
            basic("PriceAmount", price.toPlainString(), "currencyID", "EUR");
            if (base > 0) {
                basic("BaseQuantity", String.valueOf(base), "unitCode", unit);
            }
            close();
            close();
        }

        private void category(String element, boolean why) throws XMLStreamException {
            open(element);
            switch (document.ground()) {
                case STANDARD -> {
                    basic("ID", "S");
                    basic("Percent", BigDecimal.valueOf(document.vatBasisPoints(), 2).toPlainString());
                }
                case COST_SHARING -> {
                    basic("ID", "O");
                    reason(why, "Kosten voor gemene rekening, buiten de btw");
                }
                case STRUCTURAL_SOCIAL_CULTURAL -> {
                    basic("ID", "E");
                    basic("Percent", "0");
                    reason(why, "Structureel uitlenen tussen sociaal-culturele instellingen, besluit van 7 juni 2024, nr. 2024-13855");
                }
                case SERVICE_OWN_DIRECTION -> {
                    basic("ID", "E");
                    basic("Percent", "0");
                    reason(why, "Vrijgestelde dienst onder eigen leiding, artikel 11 lid 1 onderdeel f Wet OB");
                }
            }
            vatScheme();
            close();
        }

        private void reason(boolean why, String reason) throws XMLStreamException {
            if (why) {
                basic("TaxExemptionReason", reason);
            }
        }

        private void vatScheme() throws XMLStreamException {
            open("TaxScheme");
            basic("ID", "VAT");
            close();
        }

        private static BigDecimal cents(long cents) {
            return BigDecimal.valueOf(cents, 2);
        }

        private void amount(String name, long cents) throws XMLStreamException {
            basic(name, cents(cents).toPlainString(), "currencyID", "EUR");
        }

        private void open(String name) throws XMLStreamException {
            xml.writeStartElement("cac", name, CAC);
        }

        private void close() throws XMLStreamException {
            xml.writeEndElement();
        }

        private void basic(String name, String value, String... attribute) throws XMLStreamException {
            xml.writeStartElement("cbc", name, CBC);
            if (attribute.length > 0) {
                xml.writeAttribute(attribute[0], attribute[1]);
            }
            xml.writeCharacters(printable(value));
            xml.writeEndElement();
        }

        /** XML cannot hold every character that somebody may have typed. */
        private static String printable(String value) {
            StringBuilder kept = new StringBuilder();
            value.codePoints().filter(sign -> sign >= ' ' && sign != 0xFFFE && sign != 0xFFFF && (sign < 0xD800 || sign > 0xDFFF)).forEach(kept::appendCodePoint);
            return kept.toString();
        }
    }
}
