package nl.vliegwiel.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.vliegwiel.platform.persistence.TranslatesFailures;

/**
 * A boundary service: each public method is one transaction, and what the database refuses comes out as a
 * {@link nl.vliegwiel.platform.rule.Refusal}.
 */
@Stereotype
@ApplicationScoped
@Transactional
@TranslatesFailures
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {
}
