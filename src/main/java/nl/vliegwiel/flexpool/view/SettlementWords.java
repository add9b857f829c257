package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import nl.vliegwiel.flexpool.boundary.SettlementView;
import nl.vliegwiel.flexpool.domain.settlement.OpenBookLine;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.flexpool.domain.settlement.SettlementState;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;

/** Money between libraries in words. */
@Named
@ApplicationScoped
public class SettlementWords {
    @Inject
    private Languages languages;

    public String euro(Number cents) {
        return formats().euro(BigDecimal.valueOf(cents.longValue(), 2));
    }

    /** "1e kwartaal 2027". */
    public String quarter(Quarter quarter) {
        return text("settlement.quarter", quarter.number(), String.valueOf(quarter.start().getYear()));
    }

    public String kind(SettlementState state) {
        return state == null ? "wait" : switch (state) {
            case DRAFT -> "info";
            case SENT -> "wait";
            case PAID -> "ok";
        };
    }

    public String state(SettlementState state) {
        return state == null ? text("settlement.waiting") : text("SettlementState." + state);
    }

    /** "Bibliotheek Duinrand betaalt € 120,00 aan Bibliotheek Vennenland." */
    public String balance(SettlementView view) {
        return view.payer() == null ? text("settlement.balance.none") : text("settlement.balance", view.payer(), euro(view.balance()), view.payee());
    }

    /** How a line was reckoned, in one sentence. */
    public String reckoning(OpenBookLine book) {
        StringBuilder said = new StringBuilder(text("settlement.line.work", formats().hours(book.minutes()), euro(book.hourCents()), euro(book.workCents())));
        if (book.irregularCents() != 0) {
            said.append("; ").append(text("settlement.line.irregular", formats().hours(book.irregularMinutes()), euro(book.irregularCents())));
        }
        if (book.travelCents() != 0) {
            said.append("; ").append(text("settlement.line.travel", formats().number(BigDecimal.valueOf(book.roadMetres(), 3)), euro(book.kilometreCents()), euro(book.travelCents())));
        }
        return said.toString();
    }

    /** "maandag"; null for public holidays. */
    public String weekday(DayOfWeek day) {
        return day == null ? text("rates.irregular.holidays") : day.getDisplayName(TextStyle.FULL, languages.getLocale());
    }

    /** As it is chosen: a weekday by its name, all else is public holidays. */
    public String choice(String day) {
        return weekday(Arrays.stream(DayOfWeek.values()).filter(one -> one.name().equals(day)).findFirst().orElse(null));
    }

    /** "20.00–24.00". */
    public String times(int fromMinute, int toMinute) {
        return clock(fromMinute) + "–" + clock(toMinute);
    }

    private String clock(int minute) {
        return minute == 24 * 60 ? formats().clock(LocalTime.MIDNIGHT).replaceFirst("00", "24") : formats().clock(LocalTime.of(minute / 60, minute % 60));
    }

    /** "25 %" out of 250 thousandths. */
    public String percent(int perMille) {
        return formats().number(BigDecimal.valueOf(perMille, 1)) + "\u00A0%";
    }

    private Formats formats() {
        return Formats.in(languages.getLocale());
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }
}
