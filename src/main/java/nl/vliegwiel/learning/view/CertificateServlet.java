package nl.vliegwiel.learning.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import nl.vliegwiel.learning.boundary.CertificateService;
import nl.vliegwiel.platform.rule.NotFound;

/** One's own certificate as a file: {@code /learning/certificate-file?cohort=…}. */
@WebServlet("/learning/certificate-file")
public class CertificateServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient CertificateService certificates;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file;
        try {
            file = certificates.pdf(UUID.fromString(String.valueOf(request.getParameter("cohort"))));
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "private, no-cache");
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"certificaat.pdf\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
