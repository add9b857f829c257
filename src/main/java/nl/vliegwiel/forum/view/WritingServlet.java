package nl.vliegwiel.forum.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.vliegwiel.forum.boundary.DraftService;
import nl.vliegwiel.forum.boundary.PostService;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.platform.rest.Json;
import nl.vliegwiel.platform.rule.NotFound;

/**
 * What a page asks while somebody types: what is like her question, how her text will look, and keep it. A form of another
 * site cannot set the header that a change needs.
 */
@WebServlet("/forum/writing/*")
public class WritingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String OURS = "X-Vliegwiel";

    @Inject
    private transient TopicService topics;

    @Inject
    private transient PostService posts;

    @Inject
    private transient DraftService drafts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("/similar".equals(request.getPathInfo())) {
            answer(response, topics.similar(request.getParameter("q")));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader(OURS) == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if ("/preview".equals(request.getPathInfo())) {
            answer(response, Map.of("html", posts.preview(request.getParameter("body"))));
        } else if ("/draft".equals(request.getPathInfo())) {
            save(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void save(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(response, Map.of("saved", drafts.save(request.getParameter("place"), request.getParameter("title"), request.getParameter("body"), request.getParameter("tags"))));
        } catch (NotFound noPlace) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void answer(HttpServletResponse response, Object answer) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(answer));
    }
}
