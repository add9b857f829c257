package nl.vliegwiel.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;

/** Who belongs to several organisations says first for which one she works now; each page may then count on it. */
@WebFilter("/*")
public class ChooseFirstFilter extends HttpFilter {
    static final String TO = "to";

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/choose-organisation";
    private static final List<String> OPEN = List.of(PAGE, "/assets/", "/jakarta.faces.resource/", "/api/", "/openapi", "/health", "/language",
        "/callback", "/backchannel-logout", "/signed-out", "/feed/", "/unsubscribe", "/certificate", "/.well-known/");

    @Inject
    private transient CurrentActor current;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI();
        boolean page = "GET".equals(request.getMethod()) && OPEN.stream().noneMatch(path::startsWith);
        if (page && current.find().filter(ChooseFirstFilter::mustChoose).isPresent()) {
            String query = request.getQueryString();
            String wanted = query == null ? path : path + "?" + query;
            response.sendRedirect(PAGE + "?" + TO + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean mustChoose(Actor actor) {
        return actor.actingFor() == null && actor.organisations().size() > 1;
    }
}
