package io.jari.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint: the one place where that is said, seen to before anything of the request is read. An endpoint of the API that
 * does not say it is closed to all.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {
    By value();

    /**
     * Where only the thing itself tells whose it is, or over what a right must hold: let in is who holds the right over anything at all, and
     * the endpoint asks {@link Callers} for the rest.
     */
    boolean bySubject() default false;

    /** Where a page itself asks whoever is not signed in to do so. */
    boolean page() default false;

    /** Staff hold their right over the hotel or concert that the address names. */
    enum By {
        /** Whoever asks, signed in or not. */
        ANYBODY,
        /** Whoever is signed in; no API key. */
        PERSON,
        /** The same, and staff who may do nothing else before they have a second factor. */
        SESSION,
        /** Whoever is signed in, and API keys. */
        CALLER,
        DESK,
        REVENUE,
        MANAGER,
        ORGANISER,
        /** A concert's doors are its organisers' too. */
        DOOR,
        /** All who work here, whatever else they may do. */
        STAFF,
        ADMINISTRATOR
    }
}
