package nl.vliegwiel.flexpool.domain.settlement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.vliegwiel.platform.rule.Violation;

/**
 * A library as an invoice names it.
 *
 * @param kvk number in the trade register, eight digits
 * @param vatId VAT identification number; null for a library without one
 * @param postcode {@code 1234 AB}
 * @param iban without spaces
 * @param email null for none
 */
public record InvoiceParty(String legalName, String kvk, String vatId, String street, String postcode, String city, String iban, String email) {
    private static final Pattern KVK = Pattern.compile("\\d{8}");
    private static final Pattern VAT = Pattern.compile("NL\\d{9}B\\d{2}");
    private static final Pattern POSTCODE = Pattern.compile("[1-9]\\d{3} [A-Z]{2}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,180}");
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    /** As people type it: spaces around and within numbers do not matter. */
    public static InvoiceParty typed(String legalName, String kvk, String vatId, String street, String postcode, String city, String iban, String email) {
        String code = packed(postcode);
        return new InvoiceParty(plain(legalName), packed(kvk), packed(vatId).isEmpty() ? null : packed(vatId), plain(street),
            code.length() == 6 ? code.substring(0, 4) + " " + code.substring(4) : code, plain(city), packed(iban), plain(email).isEmpty() ? null : plain(email));
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip().replaceAll("\\p{Cntrl}", "");
    }

    private static String packed(String text) {
        return plain(text).replaceAll("[\\s.]", "").toUpperCase(java.util.Locale.ROOT);
    }

    /** @return {@code invoiceParty.name.length} and so on per field; empty when all is well */
    public List<Violation> check() {
        List<Violation> faults = new ArrayList<>();
        length("legalName", legalName, 120, faults);
        pattern("kvk", kvk, KVK, "invoiceParty.kvk", faults);
        if (vatId != null) {
            pattern("vatId", vatId, VAT, "invoiceParty.vatId", faults);
        }
        length("street", street, 120, faults);
        pattern("postcode", postcode, POSTCODE, "invoiceParty.postcode", faults);
        length("city", city, 80, faults);
        if (!IBAN.matcher(iban).matches() || !addsUp(iban)) {
            faults.add(Violation.of("iban", "invoiceParty.iban"));
        }
        if (email != null) {
            pattern("email", email, MAIL, "invoiceParty.email", faults);
        }
        return faults;
    }

    /** The check digits of ISO 13616. */
    private static boolean addsUp(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(sign -> digits.append(Character.digit(sign, 36)));
        return new BigInteger(digits.toString()).mod(CHECK).intValue() == 1;
    }

    private static void length(String field, String value, int most, List<Violation> faults) {
        if (value.length() < 2 || value.length() > most) {
            faults.add(Violation.of(field, "invoiceParty.length", most));
        }
    }

    private static void pattern(String field, String value, Pattern pattern, String key, List<Violation> faults) {
        if (!pattern.matcher(value).matches()) {
            faults.add(Violation.of(field, key));
        }
    }
}
