package nl.vliegwiel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** For pages that need to know for which organisation somebody acts: who has several and did not choose does so first, and comes back. */
@Named("actingFor")
@RequestScoped
public class ActingFor {
    @Inject
    private Me me;

    @Inject
    private Links links;

    /** First view action of such a page. */
    public void choose() {
        if (me.getActingFor() != null) {
            return;
        }
        FacesContext context = FacesContext.getCurrentInstance();
        try {
            context.getExternalContext().redirect("/person/choose-organisation?to=" + URLEncoder.encode(links.getCurrent(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }
}
