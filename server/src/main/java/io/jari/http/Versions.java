package io.jari.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A setting's own version as ETag and If-Match carry it. */
public final class Versions {
    private static final Pattern NUMBER = Pattern.compile("\"?([0-9]{1,9})\"?");

    private Versions() {}

    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** The answer to a GET: 304 to who has this version. */
    public static Response read(Request request, int version, Object body) {
        var tag = tag(version);
        var unchanged = unchanged(request, tag);
        return (unchanged != null ? unchanged : Response.ok(body)).tag(tag).build();
    }

    /** 304 to who has what this tag names, else null. Who reads only if it is something else gets 412. */
    public static Response.@Nullable ResponseBuilder unchanged(Request request, EntityTag tag) {
        var answer = request.evaluatePreconditions(tag);
        if (answer != null && answer.build().getStatus() == 412) {
            throw stale().exception();
        }
        return answer;
    }

    private static Problem.Draft stale() {
        return Problem.of(412, "version-stale", "Somebody has changed this meanwhile")
                .detail("Read it again.");
    }

    /** Goes on only when the caller has read the present version: else 428 or 412. */
    public static void require(@Nullable String ifMatch, int present) {
        if (ifMatch == null) {
            throw Problem.of(428, "version-missing", "Which version is changed?")
                    .detail("Send the ETag last read in If-Match.")
                    .exception();
        }
        var number = NUMBER.matcher(ifMatch.strip());
        if (!number.matches() || Integer.parseInt(number.group(1)) != present) {
            throw stale().with("version", present).exception();
        }
    }

    /** The same where If-Match may be left out. */
    public static void check(@Nullable String ifMatch, int present) {
        if (ifMatch != null) {
            require(ifMatch, present);
        }
    }
}
