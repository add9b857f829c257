package nl.vliegwiel.flexpool.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementRef;
import nl.vliegwiel.platform.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came about by an application or a proposal. */
@Schema(name = "PlacementsBegun")
public record Begun(List<PlacementRef> placements) {
    /** One placement has its own address and version; of several the list is the address. */
    static Response answer(UUID requestId, List<PlacementRef> made) {
        if (made.size() > 1) {
            return Response.created(URI.create("/api/v1/placements?requestId=" + requestId)).entity(new Begun(made)).build();
        }
        PlacementRef one = made.get(0);
        return Response.created(URI.create("/api/v1/placements/" + one.id())).header(HttpHeaders.ETAG, Versions.tag(one.version()))
            .entity(new Begun(made)).build();
    }
}
