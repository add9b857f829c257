package nl.vliegwiel.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address that our mail comes from. */
@ApplicationScoped
public class SenderAddress {
    private static final Pattern NAMED = Pattern.compile(".*<([^>]+)>\\s*");

    @Inject
    @ConfigProperty(name = "mail.from")
    private String from;

    /** @return the address alone, without a name */
    public String address() {
        Matcher named = NAMED.matcher(from);
        return named.matches() ? named.group(1).strip() : from.strip();
    }
}
