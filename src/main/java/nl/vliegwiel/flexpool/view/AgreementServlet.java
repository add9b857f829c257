package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.AgreementFile;
import nl.vliegwiel.flexpool.boundary.AgreementService;
import nl.vliegwiel.platform.rule.NotFound;

/** The agreement as a file that opens in the browser: {@code /flexpool/agreement?id=…&text=…}. */
@WebServlet("/flexpool/agreement")
public class AgreementServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AgreementService agreements;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AgreementFile file;
        try {
            String text = request.getParameter("text");
            file = agreements.pdf(UUID.fromString(String.valueOf(request.getParameter("id"))), text == null ? null : Integer.valueOf(text));
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
