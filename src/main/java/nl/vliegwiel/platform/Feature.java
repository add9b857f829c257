package nl.vliegwiel.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the root package of a feature and names the features whose root package it may use (rule A3). */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Feature {
    /** Package names, below {@code nl.vliegwiel}, of the features this one may use. */
    String[] allowed() default {};
}
