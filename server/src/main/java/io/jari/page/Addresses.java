package io.jari.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of this site. */
public final class Addresses {
    /** Browsers read a backslash as a slash, and two slashes as another site. */
    private static final Pattern WITHIN = Pattern.compile("/([A-Za-z0-9_.~?&=%+-][A-Za-z0-9_.~?&=%+/-]*)?");

    /** Where staff enrol theirs. */
    public static final String SECOND_FACTOR = "/second-factor";

    private Addresses() {}

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where a form may lead: an address on this site, else the front page. */
    public static String within(@Nullable String next) {
        return next != null && next.length() <= 2_000 && WITHIN.matcher(next).matches() ? next : "/";
    }
}
