package nl.vliegwiel.platform.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;

/** After everything that a person does, by page or script, her next page counts her inbox anew. */
@WebFilter("/*")
public class InboxCountFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient InboxCounts counts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        try {
            if (!reads) {
                forget(request);
            }
            chain.doFilter(request, response);
        } finally {
            if (!reads) {
                forget(request);
            }
        }
    }

    private void forget(HttpServletRequest request) {
        if (request.getAttribute(CurrentActor.ATTRIBUTE) instanceof Actor actor) {
            counts.forget(actor.personId());
        }
    }
}
