package nl.vliegwiel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.signon.SignOut;

/** What a signed-in person does with her own login: choose for whom she works, and sign out. */
@Named("account")
@RequestScoped
public class Account {
    /** An organisation to act for. */
    public record Choice(UUID id, String name) {
    }

    @Inject
    private SignOut login;

    @Inject
    private CurrentActor actor;

    @Inject
    private ActorDirectory directory;

    /** The organisations she belongs to, by name. */
    public List<Choice> getChoices() {
        return actor.get().organisations().stream()
            .map(id -> new Choice(id, directory.organisationName(id).orElseThrow()))
            .sorted(Comparator.comparing(Choice::name))
            .toList();
    }

    /**
     * Acts for the organisation from now on, and goes on to where she was going.
     *
     * @throws NotFound when she does not belong to it
     */
    public void actFor(UUID organisationId) throws IOException {
        if (!actor.get().organisations().contains(organisationId)) {
            throw new NotFound("notFound");
        }
        login.actFor(organisationId);
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(LanguageServlet.local(external.getRequestParameterMap().get(ChooseFirstFilter.TO)));
    }

    /** Ends the login and shows that it ended. */
    public String signOut() {
        login.signOut((HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse());
        return "/signed-out?faces-redirect=true";
    }
}
