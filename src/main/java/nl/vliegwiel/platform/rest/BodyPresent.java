package nl.vliegwiel.platform.rest;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A call without body and media type reaches no reader, and a resource would get null for what it expects. */
@Provider
public class BodyPresent implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext call) throws IOException {
        Object body = call.proceed();
        if (body == null) {
            throw new BadBody("body.missing");
        }
        return body;
    }
}
