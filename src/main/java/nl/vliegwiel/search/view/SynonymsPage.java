package nl.vliegwiel.search.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import nl.vliegwiel.search.boundary.SynonymService;
import nl.vliegwiel.search.boundary.Synonyms;
import org.omnifaces.cdi.ViewScoped;

/** Words that mean the same: read by everybody, added, changed and removed by administrators. */
@Named
@ViewScoped
public class SynonymsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private SynonymService synonyms;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private int version;
    private String words;

    /** View action: the group of the address, to be changed; none to add one. */
    public void load() {
        if (id != null) {
            Synonyms one = synonyms.get(id);
            version = one.version();
            words = String.join(", ", one.words());
        }
    }

    public List<Synonyms> getAll() {
        return synonyms.all();
    }

    public boolean isMayKeep() {
        return synonyms.mayKeep();
    }

    public String together(Synonyms one) {
        return String.join(", ", one.words());
    }

    public String save() {
        List<String> typed = Arrays.asList(words == null ? new String[0] : words.split("[,;\\n]"));
        if (id == null) {
            synonyms.add(typed);
        } else {
            synonyms.change(id, version, typed);
        }
        return done("synonyms.done.saved");
    }

    public String remove() {
        synonyms.remove(id, version);
        return done("synonyms.done.removed");
    }

    private String done(String said) {
        notices.done(Texts.of(languages.getLocale(), said));
        return "/search/synonyms?faces-redirect=true";
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
