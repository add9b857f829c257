package nl.vliegwiel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.text.Bundles;

/**
 * The language of the answer: what was chosen on this device, else what the person has set,
 * else what the browser asks for, else Dutch.
 */
@Named("languages")
@RequestScoped
public class Languages {
    static final String COOKIE = "vw-language";

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    private Locale locale;

    public Locale getLocale() {
        if (locale == null) {
            locale = find();
        }
        return locale;
    }

    /** For the {@code lang} attribute: "nl" or "en". */
    public String getTag() {
        return getLocale().getLanguage();
    }

    /** The languages that the switch offers. */
    public List<Locale> getAll() {
        return Bundles.LANGUAGES;
    }

    private Locale find() {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (COOKIE.equals(cookie.getName()) && LanguageServlet.offered(cookie.getValue())) {
                    return Bundles.supported(Locale.forLanguageTag(cookie.getValue()));
                }
            }
        }
        return actor.find().map(Actor::language).map(Bundles::supported).orElseGet(this::accepted);
    }

    private Locale accepted() {
        Enumeration<Locale> wanted = request.getLocales();
        while (wanted.hasMoreElements()) {
            String language = wanted.nextElement().getLanguage();
            if (LanguageServlet.offered(language)) {
                return Bundles.supported(Locale.forLanguageTag(language));
            }
        }
        return Bundles.DUTCH;
    }
}
