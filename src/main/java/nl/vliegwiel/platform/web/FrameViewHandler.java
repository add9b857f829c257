package nl.vliegwiel.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * Two things that hold for every view: it has the language of the request, already while its parameters are read; and
 * its forms go to the address of the page with its query, so that a page that comes back with a fault, or after signing
 * in anew, is still the page of that id.
 */
public class FrameViewHandler extends ViewHandlerWrapper {
    public FrameViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return CDI.current().select(Languages.class).get().getLocale();
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        String address = super.getActionURL(context, viewId);
        HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
        String query = request.getQueryString();
        boolean own = context.getViewRoot() != null && viewId.equals(context.getViewRoot().getViewId());
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        return own && first && query != null && address.indexOf('?') < 0 ? address + "?" + query : address;
    }
}
