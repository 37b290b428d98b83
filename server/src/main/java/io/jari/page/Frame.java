package io.jari.page;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param person who is signed in
 * @param here the address of this page
 * @param assets where style sheets and modules are
 * @param staff whether the visitor has rights beyond a guest's
 */
public record Frame(
        Texts t, String title, @Nullable String person, String here, boolean demo, String assets, boolean staff) {

    public String language() {
        return t.language().code();
    }

    public String otherLanguage() {
        return t.language().other().code();
    }

    /** This page in the other language. */
    public String inOtherLanguage() {
        return here + (here.contains("?") ? "&" : "?") + "lang=" + otherLanguage();
    }

    /** Whether this page is at, or below, an address. */
    public boolean isAt(String path) {
        return here.startsWith(path);
    }

    public String signIn() {
        return "/sign-in?next=" + Addresses.encoded(here);
    }
}
