package nl.vliegwiel.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The HTTP API: whatever a page can do, a script can do. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(info = @Info(title = "Vliegwiel", version = "1", description = "Everything a page can do, a script can do."),
    security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(securitySchemeName = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
public class Api extends Application {
    /**
     * Else the server may read and write JSON by its own, lenient way: which of its three ways or {@link JsonBody} came first
     * changed from start to start. Each of the three steps aside when another is named.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.jsonFeature", JsonBody.class.getSimpleName(),
            "jersey.config.disableJsonBinding", true, "jersey.config.disableMoxyJson", true);
    }
}
