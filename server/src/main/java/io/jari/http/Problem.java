package io.jari.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says no, as RFC 9457 problem+json: a stable type {@code urn:jari:problem:NAME}, what happened, and data where it
 * helps. Thrown where a request cannot go on; carries no stack trace, for it is no bug.
 */
public final class Problem extends WebApplicationException {
    public static final String MEDIA_TYPE = "application/problem+json";
    static final String TYPE = "urn:jari:problem:";

    private final Map<String, Object> members;

    private Problem(int status, Map<String, Object> members, Map<String, String> headers) {
        super("", null, response(status, members, headers));
        this.members = members;
    }

    /** The members of the body, for tests and logs. */
    public Map<String, Object> members() {
        return members;
    }

    private static Response response(int status, Map<String, Object> members, Map<String, String> headers) {
        var response = Response.status(status).type(MEDIA_TYPE).entity(members);
        headers.forEach(response::header);
        return response.build();
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** One thing wrong with a request: where (a JSON pointer, or the name of a parameter) and what. */
    public record Flaw(String pointer, String detail) {}

    /** Begins a problem: HTTP status, type name like {@code sold-out}, a title for people. */
    public static Draft of(int status, String type, String title) {
        return new Draft(status, type, title);
    }

    public static Draft notFound(String what) {
        return of(404, "not-found", "Not found").detail("There is no such " + what + ".");
    }

    /** 400 with the field named by its JSON pointer. */
    public static Draft invalid(String pointer, String detail) {
        return of(400, "invalid-request", "The request is not valid").flaw(pointer, detail);
    }

    /** A problem being filled in. */
    public static final class Draft {
        private final int status;
        private final Map<String, Object> members = new LinkedHashMap<>();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<Flaw> flaws = new ArrayList<>();

        private Draft(int status, String type, String title) {
            this.status = status;
            members.put("type", TYPE + type);
            members.put("title", title);
            members.put("status", status);
        }

        public Draft detail(String detail) {
            members.put("detail", detail);
            return this;
        }

        public Draft with(String name, @Nullable Object value) {
            if (value != null) {
                members.put(name, value);
            }
            return this;
        }

        public Draft flaw(String pointer, String detail) {
            flaws.add(new Flaw(pointer, detail));
            members.put("errors", flaws);
            return this;
        }

        public Draft header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** Whole seconds, at least one. */
        public Draft retryAfterMillis(long millis) {
            return header("Retry-After", Long.toString(Math.max(1, Math.ceilDiv(millis, 1_000))));
        }

        /** To be thrown. */
        public Problem exception() {
            return new Problem(status, members, headers);
        }

        /** To be returned. */
        public Response response() {
            return Problem.response(status, members, headers);
        }
    }
}
