package nl.vliegwiel.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.vliegwiel.platform.persistence.FailureTranslator;
import nl.vliegwiel.platform.rest.Problem;
import nl.vliegwiel.platform.rule.Unavailable;
import nl.vliegwiel.platform.text.Texts;

/** What holds for each answer: one content security policy, nothing private in a cache, only the methods that a page has. */
@WebFilter(urlPatterns = "/*", dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.FORWARD})
public class AnswerFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(AnswerFilter.class.getName());
    /** As in web.xml, bytes. */
    private static final long LARGEST_FORM = 26_214_400;
    private static final Set<String> PAGE_METHODS = Set.of("GET", "HEAD", "POST");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI();
        boolean api = path.startsWith("/api/") || path.startsWith("/openapi") || path.startsWith("/health");
        if (!api && !PAGE_METHODS.contains(request.getMethod()) && request.getDispatcherType() == DispatcherType.REQUEST) {
            response.setHeader("Allow", "GET, HEAD, POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (!api && isForm(request)) {
            int refused = unreadable(request);
            if (refused > 0) {
                response.setStatus(refused);
                request.getRequestDispatcher("/WEB-INF/errorpages/" + refused + ".xhtml").forward(new WithoutForm(request), new OnePolicy(response));
                return;
            }
        }
        if (path.startsWith("/assets/")) {
            response.setHeader("Cache-Control", "public, max-age=604800");
        } else if (!path.startsWith("/jakarta.faces.resource/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        HttpServletResponse answer = new OnePolicy(response);
        try {
            chain.doFilter(request, path.startsWith("/api/") ? new ApiAnswer(request, answer) : answer);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || request.getDispatcherType() != DispatcherType.REQUEST || !(FailureTranslator.translated(e) instanceof Unavailable)) {
                throw e;
            }
            response.setIntHeader("Retry-After", Unavailable.RETRY_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST && "POST".equals(request.getMethod()) && request.getContentType() != null
            && request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /**
     * The server reads a form with a file at the first question for a parameter, and answers 500 when it cannot.
     *
     * @return the status to refuse with; 0 for a form that can be read
     */
    private static int unreadable(HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST_FORM) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        try {
            request.getParameterMap();
            return 0;
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "A form that cannot be read", e);
            return HttpServletResponse.SC_BAD_REQUEST;
        }
    }

    /** The question for a page that says so: asking for the form again would fail again. */
    private static final class WithoutForm extends HttpServletRequestWrapper {
        WithoutForm(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getContentType() {
            return null;
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }
    }

    /** PrimeFaces adds its policy beside ours, and a browser would apply both; the later one must replace. */
    private static final class OnePolicy extends HttpServletResponseWrapper {
        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (SecurityHeaders.CSP.equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }

    /** What the server refuses before a resource is found: a problem document instead of a page. */
    private static final class ApiAnswer extends HttpServletResponseWrapper {
        private final HttpServletRequest request;

        ApiAnswer(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            sendError(status, null);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            String key = "problem." + status + ".detail";
            if (status >= SC_INTERNAL_SERVER_ERROR || !Texts.has(Texts.DUTCH, key)) {
                super.sendError(status, message);
                return;
            }
            resetBuffer();
            setStatus(status);
            setContentType("application/problem+json");
            getOutputStream().write(Problem.of(status, key, Texts.accepted(request.getHeader("Accept-Language")), request.getRequestURI())
                .json().getBytes(StandardCharsets.UTF_8));
        }
    }
}
