package nl.vliegwiel.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * Gives each page drawn in answer to a whole post its own fresh script nonce. PrimeFaces takes the nonce of a post from
 * a parameter that only its own script sends, and fails on a page that has none of its widgets, or on an error page.
 * Its ajax calls keep the nonce of the page that they change.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR})
public class NonceFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    static final String PARAMETER = "primefaces.nonce";
    static final String ATTRIBUTE = NonceFilter.class.getName();

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        boolean whole = "POST".equals(request.getMethod()) && !"partial/ajax".equals(request.getHeader("Faces-Request"));
        chain.doFilter(whole ? new Fresh(request) : request, response);
    }

    private static final class Fresh extends HttpServletRequestWrapper {
        private final String nonce;

        Fresh(HttpServletRequest request) {
            super(request);
            if (request.getAttribute(ATTRIBUTE) == null) {
                // In the one form that PrimeFaces takes: a UUID, encoded
                String fresh = new UUID(RANDOM.nextLong(), RANDOM.nextLong()).toString();
                request.setAttribute(ATTRIBUTE, Base64.getEncoder().encodeToString(fresh.getBytes(StandardCharsets.US_ASCII)));
            }
            this.nonce = (String) request.getAttribute(ATTRIBUTE);
        }

        @Override
        public String getParameter(String name) {
            return PARAMETER.equals(name) ? nonce : super.getParameter(name);
        }

        @Override
        public String[] getParameterValues(String name) {
            return PARAMETER.equals(name) ? new String[] {nonce} : super.getParameterValues(name);
        }
    }
}
