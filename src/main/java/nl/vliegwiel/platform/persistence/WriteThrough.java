package nl.vliegwiel.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.concurrent.Callable;

/**
 * Several use cases in one transaction: what the entities of one have changed goes to the database at its end, since the
 * SQL of the next would not see it otherwise. Stands inside {@link FailureTranslator}, which tells what is refused then.
 */
@TranslatesFailures
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 60)
public class WriteThrough {
    private static final ThreadLocal<Boolean> TOGETHER = new ThreadLocal<>();

    @PersistenceContext
    private EntityManager entities;

    /** Calls use cases that share the present transaction. */
    public static <T> T together(Callable<T> useCases) throws Exception {
        TOGETHER.set(true);
        try {
            return useCases.call();
        } finally {
            TOGETHER.remove();
        }
    }

    @AroundInvoke
    Object write(InvocationContext call) throws Exception {
        Object result = call.proceed();
        if (Boolean.TRUE.equals(TOGETHER.get())) {
            entities.flush();
        }
        return result;
    }
}
