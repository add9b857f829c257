package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.AgreementFile;
import nl.vliegwiel.flexpool.boundary.FrameService;
import nl.vliegwiel.platform.rule.NotFound;

/** A frame agreement as a file that opens in the browser: {@code /flexpool/frame-paper?id=…}. */
@WebServlet("/flexpool/frame-paper")
public class FrameServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient FrameService frames;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AgreementFile file;
        try {
            file = frames.paper(UUID.fromString(String.valueOf(request.getParameter("id"))));
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("ETag", file.tag());
        response.setHeader("Cache-Control", "private, no-cache");
        if (file.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"" + file.name() + "\"");
        response.setContentLength(file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }
}
