package nl.vliegwiel.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Three things that hold for every view: its address has no extension; it has the language of the request, already
 * while its parameters are read; and its forms go to the address of the page with its query, so that a page that comes
 * back with a fault, or after signing in anew, is still the page of that id.
 */
public class FrameViewHandler extends ViewHandlerWrapper {
    /** Parameters that a redirect names itself, while its address is made. */
    private static final String NAMED = FrameViewHandler.class.getName() + ".named";
    private static final Pattern EXTENSION = Pattern.compile("\\.xhtml(?=\\?|#|$)");

    public FrameViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return CDI.current().select(Languages.class).get().getLocale();
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        String address = clean(super.getActionURL(context, viewId));
        HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
        String query = without(request.getQueryString(), (Set<?>) context.getAttributes().getOrDefault(NAMED, Set.of()));
        boolean own = context.getViewRoot() != null && viewId.equals(context.getViewRoot().getViewId());
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        return own && first && query != null && address.indexOf('?') < 0 ? address + "?" + query : address;
    }

    @Override
    public String getBookmarkableURL(FacesContext context, String viewId, Map<String, List<String>> parameters, boolean includeViewParams) {
        return clean(super.getBookmarkableURL(context, viewId, parameters, includeViewParams));
    }

    @Override
    public String getRedirectURL(FacesContext context, String viewId, Map<String, List<String>> parameters, boolean includeViewParams) {
        context.getAttributes().put(NAMED, parameters == null ? Set.of() : Set.copyOf(parameters.keySet()));
        try {
            return clean(super.getRedirectURL(context, viewId, parameters, includeViewParams));
        } finally {
            context.getAttributes().remove(NAMED);
        }
    }

    /** What a redirect names stands in the place of what the address had. */
    static String without(String query, Set<?> names) {
        if (query == null || names.isEmpty()) {
            return query;
        }
        String rest = Arrays.stream(query.split("&")).filter(part -> !names.contains(part.replaceFirst("=.*", ""))).collect(Collectors.joining("&"));
        return rest.isEmpty() ? null : rest;
    }

    /** Faces names a page as this one was asked for, and the start page is asked for as a welcome file, with its extension. */
    private static String clean(String address) {
        return EXTENSION.matcher(address).replaceFirst("");
    }
}
