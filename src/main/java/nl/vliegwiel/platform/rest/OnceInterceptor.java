package nl.vliegwiel.platform.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Gives a call under a key to {@link Repeats}; all others go their way. */
@Once
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class OnceInterceptor {
    @Inject
    private RepeatKey key;

    @Inject
    private Repeats repeats;

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        return key.isGiven() ? repeats.once(key, call::proceed) : call.proceed();
    }
}
