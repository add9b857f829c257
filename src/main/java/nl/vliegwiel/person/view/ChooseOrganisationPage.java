package nl.vliegwiel.person.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.person.boundary.MeService;
import nl.vliegwiel.person.boundary.MeService.Choice;
import nl.vliegwiel.platform.signon.ReturnAddress;
import nl.vliegwiel.platform.signon.SignOut;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import org.omnifaces.cdi.Param;

/** Who works for several organisations says for which one she is here now, and goes on to where she was going. */
@Named
@RequestScoped
public class ChooseOrganisationPage {
    @Inject
    private MeService me;

    @Inject
    private SignOut login;

    @Inject
    private Languages languages;

    @Inject
    @Param
    private String to;

    private List<Choice> choices;

    public List<Choice> getChoices() {
        if (choices == null) {
            choices = me.choices();
        }
        return choices;
    }

    /** Roles there, in words. */
    public String roles(Choice choice) {
        return choice.roles().stream().map(role -> Texts.of(languages.getLocale(), "Role." + role)).collect(Collectors.joining(", "));
    }

    public void choose(UUID organisationId) {
        login.actFor(organisationId);
        FacesContext context = FacesContext.getCurrentInstance();
        try {
            context.getExternalContext().redirect(ReturnAddress.safe(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }
}
