package nl.vliegwiel.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.Semaphore;

/**
 * Lets in only so many use cases at a time as the connection pool can carry to their end. Entities and native SQL of
 * one transaction may hold two places in the pool; without this a crowd waiting for one locked row would hold all of
 * them, and whoever has the lock would find no second one. Who waits here holds no connection. First come, first in.
 */
@TranslatesFailures
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 40)
public class Turnstile {
    /** Two connections each, and a few left for sign-on and what else asks in passing. */
    static final int PLACES = (Database.LARGEST_POOL - 4) / 2;

    private static final Semaphore GATE = new Semaphore(PLACES, true);
    private static final ThreadLocal<Boolean> INSIDE = new ThreadLocal<>();

    @AroundInvoke
    Object pass(InvocationContext call) throws Exception {
        if (Boolean.TRUE.equals(INSIDE.get())) {
            return call.proceed();
        }
        GATE.acquire();
        INSIDE.set(true);
        try {
            return call.proceed();
        } finally {
            INSIDE.remove();
            GATE.release();
        }
    }
}
