package nl.vliegwiel.forum.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.AttachmentService;
import nl.vliegwiel.forum.boundary.AttachmentService.Attachment;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.web.SecurityHeaders;

/**
 * Files of posts, for who reads the post. Pictures are shown, all else is fetched; whatever is in a file, nothing in it runs and
 * nothing in it reaches the session. The rights are asked each time, and a browser keeps it only to ask whether it changed.
 */
@WebServlet("/forum/file/*")
public class FileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AttachmentService attachments;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Attachment file;
        try {
            file = attachments.get(UUID.fromString(String.valueOf(request.getPathInfo()).substring(1)));
        } catch (NotFound | IllegalArgumentException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = "\"" + file.id() + "\"";
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag);
        response.setHeader(SecurityHeaders.CSP, "default-src 'none'; sandbox");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        response.setHeader("Content-Disposition", (file.kind().isPicture() ? "inline" : "attachment") + "; filename=\"bestand." + file.kind().ending() + "\"; filename*=UTF-8''" + name);
        response.setContentType(file.kind().type());
        response.setContentLength(file.size());
        int number = 0;
        for (Optional<byte[]> piece = attachments.piece(file, number); piece.isPresent(); piece = attachments.piece(file, ++number)) {
            response.getOutputStream().write(piece.get());
        }
    }
}
