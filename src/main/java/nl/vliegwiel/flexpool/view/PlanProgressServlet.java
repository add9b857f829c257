package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlanService;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;

/**
 * How far a proposal is, in words, for the page that shows it: {@code /flexpool/plan-progress?id=…}. Apart from the page, so that looking
 * on twice a second keeps no view in the session.
 */
@WebServlet("/flexpool/plan-progress")
public class PlanProgressServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PlanService plans;

    @Inject
    private transient Languages languages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PlanService.Progress seen;
        try {
            seen = plans.progress(UUID.fromString(String.valueOf(request.getParameter("id"))));
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (Forbidden e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Locale locale = languages.getLocale();
        JsonObjectBuilder answer = Json.createObjectBuilder().add("running", seen.running()).add("share", seen.share())
            .add("text", Texts.of(locale, "plan.running.share", seen.share()) + " " + Texts.of(locale, "plan.covered", seen.covered(), seen.seats()));
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(answer.build().toString());
    }
}
