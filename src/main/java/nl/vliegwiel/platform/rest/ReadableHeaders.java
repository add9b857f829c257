package nl.vliegwiel.platform.rest;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** The server answers a header that it cannot read with a page; read here first, it becomes a problem document. */
@Provider
@PreMatching
public class ReadableHeaders implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext call) {
        read(HttpHeaders.CONTENT_TYPE, call::getMediaType);
        read(HttpHeaders.ACCEPT, call::getAcceptableMediaTypes);
        read(HttpHeaders.ACCEPT_LANGUAGE, call::getAcceptableLanguages);
    }

    private static void read(String name, Runnable header) {
        try {
            header.run();
        } catch (ProcessingException | IllegalArgumentException e) {
            throw BadBody.parameter(name);
        }
    }
}
