package nl.vliegwiel.person.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.vliegwiel.person.boundary.MeService;
import nl.vliegwiel.platform.rest.Json;

/** The own data as a file, for those who have no script. A link must be able to fetch it, so it is no page. */
@WebServlet("/person/export.json")
public class ExportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MeService me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] export = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(me.export());
        response.setContentType("application/json");
        response.setHeader("Content-Disposition", "attachment; filename=\"vliegwiel.json\"");
        response.setContentLength(export.length);
        response.getOutputStream().write(export);
    }
}
