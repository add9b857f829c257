package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.vliegwiel.flexpool.boundary.RateService;
import nl.vliegwiel.flexpool.boundary.RateService.Rates;
import nl.vliegwiel.flexpool.boundary.RateService.SetIrregular;
import nl.vliegwiel.flexpool.boundary.RateService.SetPrice;
import nl.vliegwiel.flexpool.domain.settlement.InvoiceParty;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** What an hour costs at our library, from day to day; and how our invoices name us. */
@Named
@ViewScoped
public class RatesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HOLIDAYS = "HOLIDAYS";
    private static final String AGAIN = "/flexpool/rates?faces-redirect=true";

    @Inject
    private RateService service;

    @Inject
    private CurrentActor actor;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID organisationId;
    private transient Rates rates;
    private String opened;

    private String scale;
    private String wage;
    private String charges;
    private String admin;
    private String charged;
    private String source;
    private String validFrom;
    private String validTo;

    /** A weekday, or {@link #HOLIDAYS}. */
    private String weekday = DayOfWeek.MONDAY.name();
    private String from;
    private String to;
    private String part;
    private String hoursSource;
    private String hoursFrom;
    private String hoursTo;

    private String person;
    private String personScale;

    private int partyVersion;
    private String legalName;
    private String kvk;
    private String vatId;
    private String street;
    private String postcode;
    private String city;
    private String iban;
    private String email;

    /** @throws NotFound for whoever belongs to no library */
    public void load() {
        organisationId = actor.get().actingFor();
        if (organisationId == null) {
            throw new NotFound("settlement.notFound");
        }
        InvoiceParty party = getRates().party();
        partyVersion = getRates().partyVersion();
        if (party != null) {
            legalName = party.legalName();
            kvk = party.kvk();
            vatId = party.vatId();
            street = party.street();
            postcode = party.postcode();
            city = party.city();
            iban = party.iban();
            email = party.email();
        }
    }

    public Rates getRates() {
        if (rates == null) {
            rates = service.rates(organisationId);
        }
        return rates;
    }

    public List<String> getWeekdays() {
        return Stream.concat(Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name), Stream.of(HOLIDAYS)).toList();
    }

    /** Scales that have a price. */
    public List<String> getScales() {
        return getRates().hours().stream().map(one -> one.price().scale()).filter(Objects::nonNull).distinct().toList();
    }

    /** The part that stays open because what was sent from it could not be done; null for none. */
    public String getOpened() {
        return opened;
    }

    public String setPrice() {
        opened = "price";
        List<Violation> faults = new ArrayList<>();
        SetPrice command = new SetPrice(scale, cents("wageCents", wage, faults), cents("chargesCents", charges, faults), cents("adminCents", admin, faults),
            cents("chargedCents", charged, faults), source, day("validFrom", validFrom, faults), day("validTo", validTo, faults));
        RuleViolation.throwIfAny(faults);
        service.setPrice(organisationId, command);
        return done("rates.done.price");
    }

    public String removePrice(UUID key) {
        service.removePrice(organisationId, key);
        return done("rates.done.removed");
    }

    public String setIrregular() {
        opened = "irregular";
        List<Violation> faults = new ArrayList<>();
        Integer end = minute("toMinute", to, faults);
        SetIrregular command = new SetIrregular(Arrays.stream(DayOfWeek.values()).filter(day -> day.name().equals(weekday)).findFirst().orElse(null), HOLIDAYS.equals(weekday), minute("fromMinute", from, faults), end != null && end == 0 ? Integer.valueOf(24 * 60) : end, thousandths(part, faults),
            hoursSource, day("hoursFrom", hoursFrom, faults), day("hoursTo", hoursTo, faults));
        RuleViolation.throwIfAny(faults);
        try {
            service.setIrregular(organisationId, command);
        } catch (RuleViolation refused) {
            // The two forms have fields of the same kind; each fault goes to its own
            throw new RuleViolation(refused.violations().stream().map(one -> new Violation(switch (one.field()) {
                case "validFrom" -> "hoursFrom";
                case "validTo" -> "hoursTo";
                case "source" -> "hoursSource";
                default -> one.field();
            }, one.key(), one.arguments())).toList());
        }
        return done("rates.done.irregular");
    }

    public String removeIrregular(UUID key) {
        service.removeIrregular(organisationId, key);
        return done("rates.done.removed");
    }

    public String setPersonScale() {
        opened = "scale";
        UUID id;
        try {
            id = UUID.fromString(String.valueOf(person));
        } catch (IllegalArgumentException e) {
            throw new RuleViolation(List.of(Violation.of("personId", "rate.person.unknown")));
        }
        service.setScale(organisationId, id, personScale);
        return done("rates.done.scale");
    }

    public String setParty() {
        opened = "party";
        service.setParty(organisationId, partyVersion, InvoiceParty.typed(legalName, kvk, vatId, street, postcode, city, iban, email));
        return done("rates.done.party");
    }

    /** "35,40" or "35.40"; an empty field is none. */
    private static Integer cents(String field, String typed, List<Violation> faults) {
        BigDecimal euros = number(field, typed, 2, faults);
        return euros == null ? null : Integer.valueOf(euros.movePointRight(2).intValueExact());
    }

    private static Integer thousandths(String typed, List<Violation> faults) {
        BigDecimal percent = number("perMille", typed, 1, faults);
        return percent == null ? null : Integer.valueOf(percent.movePointRight(1).intValueExact());
    }

    private static BigDecimal number(String field, String typed, int decimals, List<Violation> faults) {
        String text = typed == null ? "" : typed.strip().replace("€", "").replace("%", "").strip().replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,6}(\\.\\d{1," + decimals + "})?")) {
            faults.add(Violation.of(field, "rate.number.wrong"));
            return null;
        }
        return new BigDecimal(text).setScale(decimals, RoundingMode.UNNECESSARY);
    }

    private static LocalDate day(String field, String typed, List<Violation> faults) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            faults.add(Violation.of(field, "rate.day.wrong"));
            return null;
        }
    }

    private static Integer minute(String field, String typed, List<Violation> faults) {
        try {
            LocalTime time = typed == null || typed.isBlank() ? null : LocalTime.parse(typed.strip());
            return time == null ? null : Integer.valueOf(time.getHour() * 60 + time.getMinute());
        } catch (DateTimeException e) {
            faults.add(Violation.of(field, "rate.hours.wrong"));
            return null;
        }
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return AGAIN;
    }

    public String getScale() {
        return scale;
    }

    public void setScale(String scale) {
        this.scale = scale;
    }

    public String getWage() {
        return wage;
    }

    public void setWage(String wage) {
        this.wage = wage;
    }

    public String getCharges() {
        return charges;
    }

    public void setCharges(String charges) {
        this.charges = charges;
    }

    public String getAdmin() {
        return admin;
    }

    public void setAdmin(String admin) {
        this.admin = admin;
    }

    public String getCharged() {
        return charged;
    }

    public void setCharged(String charged) {
        this.charged = charged;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(String validFrom) {
        this.validFrom = validFrom;
    }

    public String getValidTo() {
        return validTo;
    }

    public void setValidTo(String validTo) {
        this.validTo = validTo;
    }

    public String getWeekday() {
        return weekday;
    }

    public void setWeekday(String weekday) {
        this.weekday = weekday;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part;
    }

    public String getHoursSource() {
        return hoursSource;
    }

    public void setHoursSource(String hoursSource) {
        this.hoursSource = hoursSource;
    }

    public String getHoursFrom() {
        return hoursFrom;
    }

    public void setHoursFrom(String hoursFrom) {
        this.hoursFrom = hoursFrom;
    }

    public String getHoursTo() {
        return hoursTo;
    }

    public void setHoursTo(String hoursTo) {
        this.hoursTo = hoursTo;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getPersonScale() {
        return personScale;
    }

    public void setPersonScale(String personScale) {
        this.personScale = personScale;
    }

    public String getLegalName() {
        return legalName;
    }

    public void setLegalName(String legalName) {
        this.legalName = legalName;
    }

    public String getKvk() {
        return kvk;
    }

    public void setKvk(String kvk) {
        this.kvk = kvk;
    }

    public String getVatId() {
        return vatId;
    }

    public void setVatId(String vatId) {
        this.vatId = vatId;
    }

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = street;
    }

    public String getPostcode() {
        return postcode;
    }

    public void setPostcode(String postcode) {
        this.postcode = postcode;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getIban() {
        return iban;
    }

    public void setIban(String iban) {
        this.iban = iban;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
