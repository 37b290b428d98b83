package io.jari.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A setting's own version, as ETag and If-Match carry it. */
public final class Version {
    private static final Pattern QUOTED = Pattern.compile("\"([0-9]{1,9})\"");

    private Version() {}

    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** The version that If-Match names; 428 when the header is missing, 412 when it is none of ours. */
    public static int required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(428, "version-missing", "If-Match is missing")
                    .detail("Send the ETag of what is changed in If-Match.")
                    .exception();
        }
        var quoted = QUOTED.matcher(ifMatch.strip());
        if (!quoted.matches()) {
            throw stale();
        }
        return Integer.parseInt(quoted.group(1));
    }

    /** 412: another change came first. */
    public static Problem stale() {
        return Problem.of(412, "version-stale", "Changed meanwhile")
                .detail("Somebody has changed this meanwhile. Read it again.")
                .exception();
    }
}
