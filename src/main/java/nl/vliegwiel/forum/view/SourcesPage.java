package nl.vliegwiel.forum.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.Source;
import nl.vliegwiel.forum.boundary.SourceService;
import nl.vliegwiel.forum.boundary.SourceService.Details;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** What answers rest on; a moderator adds a source, or changes the one that the address names. */
@Named
@ViewScoped
public class SourcesPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private SourceService sources;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private UUID id;
    private int version;
    private String name;
    private String link;
    private LocalDate validFrom;
    private LocalDate validUntil;
    private boolean open;
    private transient List<Source> items;

    /** @throws NotFound for an address with the id of no source */
    @PostConstruct
    void load() {
        id = Address.id(request, "id").orElse(null);
        open = id != null;
        if (id != null) {
            Source one = sources.get(id);
            version = one.version();
            name = one.name();
            link = one.link();
            validFrom = one.validFrom();
            validUntil = one.validUntil();
        }
    }

    public String save() {
        open = true;
        Details details = new Details(name, link, validFrom, validUntil);
        if (id == null) {
            sources.add(details);
        } else {
            sources.change(id, version, details);
        }
        notices.done(Texts.of(languages.getLocale(), "sources.done"));
        return "/forum/sources?faces-redirect=true";
    }

    public List<Source> getItems() {
        if (items == null) {
            items = sources.all();
        }
        return items;
    }

    public boolean isMayKeep() {
        return sources.mayKeep();
    }

    public boolean isFresh() {
        return id == null;
    }

    public boolean isOpen() {
        return open;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public LocalDate getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(LocalDate validUntil) {
        this.validUntil = validUntil;
    }
}
