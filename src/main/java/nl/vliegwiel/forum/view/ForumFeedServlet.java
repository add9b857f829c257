package nl.vliegwiel.forum.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.ForumFeedReader;
import nl.vliegwiel.platform.signon.Secrets;

/** A feed as a reader of feeds fetches it: {@code /feed/forum/SECRET.atom?space=…&tag=…}, without signing in. Refusals have no page: no person reads them. */
@WebServlet("/feed/forum/*")
public class ForumFeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String END = ".atom";
    private static final int TOO_MANY = 429;
    private static final int TAG_BYTES = 16;

    @Inject
    private transient ForumFeedReader reader;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        boolean named = path != null && path.endsWith(END);
        UUID space = Address.id(request, "space").orElse(null);
        boolean nonsense = request.getParameter("space") != null && space == null;
        ForumFeedReader.Reading reading = reader.read(named && !nonsense ? path.substring(1, path.length() - END.length()) : "", space, Address.text(request, "tag"));
        if (reading.waitSeconds() > 0) {
            response.setIntHeader("Retry-After", reading.waitSeconds());
            response.setStatus(TOO_MANY);
        } else if (reading.xml() == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            send(reading.xml(), request, response);
        }
    }

    private static void send(byte[] xml, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = "\"" + HexFormat.of().formatHex(Secrets.hash(new String(xml, java.nio.charset.StandardCharsets.UTF_8)), 0, TAG_BYTES) + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("X-Robots-Tag", "noindex");
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/atom+xml; charset=UTF-8");
        response.setContentLength(xml.length);
        response.getOutputStream().write(xml);
    }
}
