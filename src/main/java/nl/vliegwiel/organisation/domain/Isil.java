package nl.vliegwiel.organisation.domain;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.vliegwiel.platform.rule.RuleViolation;

/**
 * International code of a library as used in the Netherlands: NL, a hyphen and ten digits. It never changes once
 * given; after a merger one code survives and the others stay as former codes (R19).
 *
 * Digits 1–2 say the type, 3–6 the legal entity (together with the type), 7–10 the place within it.
 *
 * @param code such as NL-0800070000
 */
public record Isil(String code) {
    /** Types 90–99 were never given out: our invented libraries have 99, so that none is taken for a real one. */
    private static final String FICTIONAL_PREFIX = "99";
    private static final Pattern SHAPE = Pattern.compile("NL-\\d{10}");

    /** What the first two digits say. */
    public enum Type {
        NATIONAL_LIBRARY("01"), UNIVERSITY("02"), COLLEGE("03"), REGIONAL_RESEARCH("04"), SPECIAL("05", "06"),
        PROVINCIAL_OR_NATIONAL("07"), PUBLIC_LIBRARY("08"), FICTIONAL(FICTIONAL_PREFIX), OTHER;

        private final List<String> digits;

        Type(String... digits) {
            this.digits = List.of(digits);
        }
    }

    /** What the last four digits say. */
    public enum Part {
        /** 0000: main address of the legal entity. */
        LEGAL_ENTITY,
        /** 1xxx: branch or service point. */
        BRANCH,
        /** 2xyz: bookmobile or one of its stops. */
        BOOKMOBILE,
        /** 3xxx: special place. */
        SPECIAL_PLACE,
        OTHER
    }

    /** @throws RuleViolation {@code organisation.isil.shape} */
    public Isil {
        if (code == null || !SHAPE.matcher(code).matches()) {
            throw new RuleViolation("organisation.isil.shape");
        }
    }

    /** Reads what people type: spaces around it and small letters are forgiven. */
    public static Isil of(String text) {
        return new Isil(text == null ? null : text.strip().toUpperCase(Locale.ROOT));
    }

    public Type type() {
        String digits = code.substring(3, 5);
        for (Type type : Type.values()) {
            if (type.digits.contains(digits)) {
                return type;
            }
        }
        return Type.OTHER;
    }

    /** The six digits that name the legal entity; the same for all its branches. */
    public String legalEntity() {
        return code.substring(3, 9);
    }

    public Part part() {
        if (code.endsWith("0000")) {
            return Part.LEGAL_ENTITY;
        }
        return switch (code.charAt(9)) {
            case '1' -> Part.BRANCH;
            case '2' -> Part.BOOKMOBILE;
            case '3' -> Part.SPECIAL_PLACE;
            default -> Part.OTHER;
        };
    }

    /** The code of the legal entity to which this code belongs; itself if it is one. */
    public Isil ofLegalEntity() {
        return new Isil("NL-" + legalEntity() + "0000");
    }

    public boolean isFictional() {
        return type() == Type.FICTIONAL;
    }

    @Override
    public String toString() {
        return code;
    }
}
