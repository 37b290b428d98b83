package io.jari.account;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A setting's own version as ETag and If-Match carry it. */
final class Version {
    private static final Pattern QUOTED = Pattern.compile("\"([0-9]{1,9})\"");

    private Version() {}

    static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    static int of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Refusal.versionMissing();
        }
        var quoted = QUOTED.matcher(ifMatch.strip());
        if (!quoted.matches()) {
            throw Refusal.versionStale();
        }
        return Integer.parseInt(quoted.group(1));
    }
}
