package nl.vliegwiel.forum.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.AttachmentService;
import nl.vliegwiel.forum.boundary.DraftService;
import nl.vliegwiel.forum.boundary.PeopleService;
import nl.vliegwiel.forum.boundary.Post;
import nl.vliegwiel.forum.boundary.PostService;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.platform.rest.Json;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;

/**
 * What a page asks while somebody types: what is like her question, how her text will look, and keep it. A form of another
 * site cannot set the header that a change needs.
 */
@WebServlet("/forum/writing/*")
public class WritingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String OURS = "X-Vliegwiel";
    private static final int MOST_NEW = 20;

    /** A post that came while a page was open. @param html safe to show */
    private record Fresh(UUID id, int position, String author, String html, String path) {
    }

    @Inject
    private transient TopicService topics;

    @Inject
    private transient PostService posts;

    @Inject
    private transient DraftService drafts;

    @Inject
    private transient AttachmentService attachments;

    @Inject
    private transient PeopleService people;

    @Inject
    private transient Languages languages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("/similar".equals(request.getPathInfo())) {
            answer(response, topics.similar(request.getParameter("q")));
        } else if ("/people".equals(request.getPathInfo())) {
            people(request, response);
        } else if ("/news".equals(request.getPathInfo())) {
            news(request, response);
        } else if ("/requests".equals(request.getPathInfo())) {
            answer(response, people.requests(request.getParameter("q")));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Posts behind a position, for a page that is open; without the forms that a page has beside them. */
    private void news(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            UUID topic = Address.id(request, "topic").orElseThrow(() -> new NotFound("topic.notFound"));
            String from = String.valueOf(request.getParameter("after"));
            int after = from.matches("\\d{1,9}") ? Integer.parseInt(from) : Integer.MAX_VALUE;
            List<Post> fresh = topics.lastPosition(topic) > after ? posts.page(topic, after, MOST_NEW).items() : List.of();
            answer(response, fresh.stream().filter(post -> !post.hidden()).map(post -> new Fresh(post.id(), post.position(),
                post.author() == null || post.nameless() ? Texts.of(languages.getLocale(), "topic.by.nameless") : post.author().name(), post.html(),
                "/forum/topic?id=" + topic + "&post=" + post.id() + "#post-" + post.id())).toList());
        } catch (NotFound noTopic) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void people(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(response, people.beginning(Address.id(request, "space").orElseThrow(() -> new NotFound("space.notFound")), request.getParameter("q")));
        } catch (NotFound noSpace) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader(OURS) == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if ("/preview".equals(request.getPathInfo())) {
            answer(response, Map.of("html", posts.preview(request.getParameter("body"))));
        } else if ("/file".equals(request.getPathInfo())) {
            upload(request, response);
        } else if ("/draft".equals(request.getPathInfo())) {
            save(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void upload(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            AttachmentService.Attachment file = attachments.add(request.getParameter("name"), request.getInputStream());
            answer(response, Map.of("markdown", file.markdown(), "name", file.name()));
        } catch (RuleViolation refused) {
            answer(response, Map.of("refused", Texts.of(languages.getLocale(), refused.key(), refused.arguments())));
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
