package nl.vliegwiel.platform.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource of the API: made anew for each call, and a call that names an {@code Idempotency-Key} has its effect once. */
@Stereotype
@RequestScoped
@Once
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Endpoint {
}
