package io.jari.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The header Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): the first acceptance of a key is stored with
 * what it made, in one transaction, and repeats get its answer. A refusal, thrown, leaves the key free.
 */
@ApplicationScoped
public class Idempotency {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int NAME_CHARACTERS = 27;
    private final ObjectMapper json;

    public Idempotency(ObjectMapper json) {
        this.json = json;
    }

    /** The header's value where an endpoint cannot do without it, or 400. */
    public static String required(@Nullable String key) {
        if (key == null || !PRINTABLE.matcher(key).matches()) {
            throw Problem.invalid(HEADER, "this header is needed: 1 to 255 printable ASCII characters")
                    .exception();
        }
        return key;
    }

    /** What a key makes may carry a name made of it: then it is made once without a second store of answers. */
    public static String name(String caller, String key) {
        var text = (caller + "\0" + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sha256(text))
                .substring(0, NAME_CHARACTERS);
    }

    /** 422: the key is known for something else. */
    public static Problem.Draft reused() {
        return Problem.of(422, "idempotency-key-reused", "Key used before")
                .detail("This key came with another body before. Use a new key for a new request.");
    }

    /** Forgets all answers that a caller was given, in the transaction of the handle. */
    public static void forget(Handle handle, String caller) {
        IdempotencyStore.forget(handle, caller);
    }

    /** What the work made. */
    public record Answer(int status, Object body) {}

    /**
     * Does the work once for this caller, operation and key, in the transaction of the handle.
     *
     * @param caller who asks, such as {@code account:7}: keys of different callers are different keys
     * @param key the header's value; without one the work is simply done
     * @param request the parsed body, without secrets: its hash is kept
     */
    public Response once(
            Handle handle,
            String caller,
            String operation,
            @Nullable String key,
            Object request,
            Supplier<Answer> work) {
        if (key == null) {
            return fresh(work.get());
        }
        if (!PRINTABLE.matcher(key).matches()) {
            throw Problem.invalid(HEADER, "1 to 255 printable ASCII characters").exception();
        }
        var row = new IdempotencyStore.Row(caller, operation, key, hash(request));
        if (!claim(handle, row)) {
            return again(row, IdempotencyStore.find(handle, row));
        }
        var answer = work.get();
        var body = write(answer.body());
        IdempotencyStore.answer(handle, row, answer.status(), body);
        return response(answer.status(), body).build();
    }

    // Waits while another transaction has the same key; its end decides which of the two this one is.
    private static boolean claim(Handle handle, IdempotencyStore.Row row) {
        try {
            return IdempotencyStore.claim(handle, row);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                throw Problem.of(409, "request-in-progress", "Still in progress")
                        .detail("The first request with this key has not ended yet.")
                        .retryAfterMillis(1_000)
                        .exception();
            }
            throw e;
        }
    }

    private static Response again(IdempotencyStore.Row row, Optional<IdempotencyStore.Stored> found) {
        var stored = found.orElseThrow(() -> new IllegalStateException("swept between two statements: " + row));
        if (!Arrays.equals(stored.requestHash(), row.requestHash())) {
            throw reused().exception();
        }
        return response(stored.status(), stored.answer())
                .header("Idempotent-Replayed", "true")
                .build();
    }

    private Response fresh(Answer answer) {
        return response(answer.status(), write(answer.body())).build();
    }

    private static Response.ResponseBuilder response(int status, String body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    }

    private byte[] hash(Object request) {
        try {
            return sha256(json.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a parsed body can be written again", e);
        }
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can be written", e);
        }
    }
}
