package nl.vliegwiel.person.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import nl.vliegwiel.person.boundary.MeService;
import nl.vliegwiel.person.boundary.MeService.Myself;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** Own name, where one works, and what is kept. */
@Named
@ViewScoped
public class ProfilePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MeService service;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Languages languages;

    private transient Myself view;
    private int version;
    private String givenName;
    private String familyName;

    /** View action. */
    public void load() {
        version = getView().version();
        givenName = view.givenName();
        familyName = view.familyName();
    }

    public String save() {
        service.introduce(version, givenName, familyName, getView().language());
        notices.done(Texts.of(languages.getLocale(), "profile.message.saved"));
        return "/person/profile?faces-redirect=true";
    }

    public Myself getView() {
        if (view == null) {
            view = service.me();
        }
        return view;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }
}
