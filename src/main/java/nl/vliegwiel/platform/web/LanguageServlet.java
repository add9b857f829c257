package nl.vliegwiel.platform.web;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import nl.vliegwiel.platform.text.Bundles;
import nl.vliegwiel.platform.text.LanguageChosen;

/** The switch of language: remembers the choice on this device and goes back to the page it came from. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Event<LanguageChosen> chosen;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String language = request.getParameter("language");
        if (!offered(language)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Cookie cookie = new Cookie(Languages.COOKIE, language);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        response.addCookie(cookie);
        chosen.fire(new LanguageChosen(Bundles.supported(Locale.forLanguageTag(language))));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", local(request.getParameter("to")));
    }

    static boolean offered(String language) {
        return Bundles.LANGUAGES.stream().anyMatch(locale -> locale.getLanguage().equals(language));
    }

    /** Only an address of ours: a form of another site must not make us an open redirect. */
    static String local(String address) {
        boolean ours = address != null && address.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");
        return ours ? address : "/";
    }
}
