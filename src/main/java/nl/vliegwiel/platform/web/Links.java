package nl.vliegwiel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Addresses made from the one of this request: the same list on another page, sorted otherwise, with a filter less. */
@Named("links")
@RequestScoped
public class Links {
    @Inject
    private HttpServletRequest request;

    /** This address with the parameter set to the value; all else stays. */
    public String with(String name, Object value) {
        return join(List.of(Map.entry(name, String.valueOf(value))), List.of(name));
    }

    /** This address without the parameter, and on the first page again. */
    public String without(String name) {
        return join(List.of(), List.of(name, "page"));
    }

    /** Path and query as the browser shows them; also while an error page is drawn. */
    public String getCurrent() {
        String query = request.getQueryString();
        return getPath() + (query == null ? "" : "?" + query);
    }

    public String getPath() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private String join(List<Map.Entry<String, String>> added, List<String> dropped) {
        List<String> parts = new ArrayList<>();
        String query = request.getQueryString();
        if (query != null) {
            for (String part : query.split("&")) {
                String name = URLDecoder.decode(part.split("=", 2)[0].replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
                if (!part.isEmpty() && !dropped.contains(name)) {
                    parts.add(part);
                }
            }
        }
        added.forEach(entry -> parts.add(encode(entry.getKey()) + "=" + encode(entry.getValue())));
        return getPath() + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
