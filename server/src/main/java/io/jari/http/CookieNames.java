package io.jari.http;

/** Of the cookies that make pages differ. */
public final class CookieNames {
    /** Who it is. In production a prefix stands before it. */
    public static final String SESSION = "jari_session";

    /** Which language was chosen. */
    public static final String LANGUAGE = "jari_lang";

    private CookieNames() {}
}
