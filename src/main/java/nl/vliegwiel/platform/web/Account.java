package nl.vliegwiel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import nl.vliegwiel.platform.signon.SignOut;

/** What the menu under one's own name does. */
@Named("account")
@RequestScoped
public class Account {
    @Inject
    private SignOut login;

    /** Ends the login and shows that it ended. */
    public String signOut() {
        login.signOut((HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse());
        return "/signed-out?faces-redirect=true";
    }
}
