package nl.vliegwiel.platform.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/** Tells a restored view of the fresh nonce from {@link NonceFilter}; PrimeFaces compares the two before it draws. */
public class NonceListener implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        // there is no view yet
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        Object fresh = context.getExternalContext().getRequestMap().get(NonceFilter.ATTRIBUTE);
        if (fresh != null && context.isPostback() && context.getViewRoot() != null) {
            context.getViewRoot().getViewMap().put(NonceFilter.PARAMETER, fresh);
        }
    }
}
