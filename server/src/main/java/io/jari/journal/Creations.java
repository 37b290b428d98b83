package io.jari.journal;

import io.jari.http.Idempotency;
import io.jari.http.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a thing once for each idempotency key; all things begin at version 1. */
@ApplicationScoped
public class Creations {
    private final Idempotency idempotency;

    public Creations(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /** The answer to a creation: the first one, to whoever sends the same key again. */
    public Response once(
            Change change, String operation, @Nullable String key, Object wanted, Supplier<Object> making) {
        var response = idempotency.once(
                change.handle(),
                change.actor(),
                operation,
                key,
                wanted,
                () -> new Idempotency.Answer(Response.Status.CREATED.getStatusCode(), making.get()));
        return Response.fromResponse(response).tag(Versions.tag(1)).build();
    }
}
