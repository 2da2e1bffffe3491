package org.rivages.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call this address. Every handler bears one, on the method or its class; a handler without
 * one stops the start. Roles are checked for any programme here; the room checks the programme
 * itself with {@link Viewer#require}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allow {
    Who value() default Who.STAFF;

    /** With {@link Who#STAFF}: one of these is needed; none named means any role. */
    Role[] roles() default {};

    enum Who {
        /** Everybody; the page may be cached when nobody is signed in. */
        EVERYBODY,
        /** A person who has signed in. */
        SIGNED_IN,
        /** A person with a role. */
        STAFF
    }
}
