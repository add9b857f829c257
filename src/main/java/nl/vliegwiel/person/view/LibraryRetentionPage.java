package nl.vliegwiel.person.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.vliegwiel.person.boundary.LibraryRetention;
import nl.vliegwiel.person.boundary.LibraryRetentionService;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** How long the library that somebody acts for keeps what, and a form to choose shorter. */
@Named
@ViewScoped
public class LibraryRetentionPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private LibraryRetentionService service;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID organisationId;
    private int seenVersion;
    private String kind;
    private Integer months;
    private LocalDate from;
    private transient LibraryRetention retention;
    private transient boolean choosing;

    /** @throws NotFound for who belongs to no organisation */
    public void load() {
        organisationId = actor.get().actingFor();
        if (organisationId == null) {
            throw new NotFound("organisation.notFound");
        }
        from = LocalDate.now(clock.withZone(Zones.AMSTERDAM));
    }

    public void draw() {
        retention = null;
        seenVersion = getRetention().version();
    }

    public LibraryRetention getRetention() {
        if (retention == null) {
            retention = service.retention(organisationId);
        }
        return retention;
    }

    public String choose() {
        choosing = true;
        service.choose(organisationId, seenVersion, kind, months, from);
        notices.done(text("retention.choice.done"));
        return "/organisation/retention?faces-redirect=true";
    }

    /** A kind as it stands in the list to choose from, with its bounds. */
    public String label(LibraryRetention.Kind one) {
        return text("retention.choice.option", text("RetentionKind." + one.kind()), one.leastMonths(), one.ruleMonths() - 1);
    }

    private String text(String key, Object... arguments) {
        return Texts.of(languages.getLocale(), key, arguments);
    }

    /** The form stays open because what was sent could not be done. */
    public boolean isChoosing() {
        return choosing;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public Integer getMonths() {
        return months;
    }

    public void setMonths(Integer months) {
        this.months = months;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }
}
