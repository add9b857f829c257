package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import nl.vliegwiel.flexpool.boundary.FeedFile;
import nl.vliegwiel.flexpool.boundary.FeedReader;

/** The feed as a calendar program fetches it: {@code /feed/SECRET.ics}, without signing in. Refusals have no page: no person reads them. */
@WebServlet("/feed/*")
public class FeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String END = ".ics";
    private static final int TOO_MANY = 429;

    @Inject
    private transient FeedReader reader;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        boolean named = path != null && path.endsWith(END);
        FeedReader.Reading reading = reader.read(named ? path.substring(1, path.length() - END.length()) : "");
        if (reading.waitSeconds() > 0) {
            response.setIntHeader("Retry-After", reading.waitSeconds());
            response.setStatus(TOO_MANY);
        } else if (reading.file() == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            send(reading.file(), request, response);
        }
    }

    private static void send(FeedFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", file.tag());
        response.setDateHeader("Last-Modified", file.lastModified().toEpochMilli());
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("X-Robots-Tag", "noindex");
        if (isKnown(file, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/calendar; charset=UTF-8");
        response.setHeader("Content-Disposition", "inline; filename=\"vliegwiel.ics\"");
        response.setContentLength(file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }

    /** RFC 9110 13.2.2: a tag goes before a date. */
    private static boolean isKnown(FeedFile file, HttpServletRequest request) {
        String tags = request.getHeader("If-None-Match");
        if (tags != null) {
            return Arrays.stream(tags.split(",")).map(tag -> tag.strip().replaceFirst("^W/", "")).anyMatch(tag -> tag.equals(file.tag()) || tag.equals("*"));
        }
        try {
            long since = request.getDateHeader("If-Modified-Since");
            return since >= file.lastModified().toEpochMilli();
        } catch (IllegalArgumentException e) {
            // Not a date: as if it had not been sent
            return false;
        }
    }
}
