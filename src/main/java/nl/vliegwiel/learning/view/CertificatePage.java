package nl.vliegwiel.learning.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import nl.vliegwiel.learning.boundary.CertificateService;
import nl.vliegwiel.platform.rule.NotFound;

/** Anybody checks a certificate by its code, without signing in. */
@Named
@RequestScoped
public class CertificatePage {
    @Inject
    private CertificateService certificates;

    @Inject
    private HttpServletRequest request;

    private String code;
    private CertificateService.Check found;

    @PostConstruct
    void load() {
        code = request.getParameter("code");
        if (code == null || code.isBlank()) {
            return;
        }
        try {
            found = certificates.check(code);
        } catch (NotFound e) {
            found = null;
        }
    }

    /** Somebody asked for a code. */
    public boolean isAsked() {
        return code != null && !code.isBlank();
    }

    public String getCode() {
        return code;
    }

    /** Null for a code that was never given. */
    public CertificateService.Check getFound() {
        return found;
    }
}
