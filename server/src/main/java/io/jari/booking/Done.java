package io.jari.booking;

import jakarta.ws.rs.core.Response;

/** What was done, now or by an earlier request of the same kind. */
record Done<T>(T body, boolean repeated) {

    Response response() {
        var response = Response.ok(body);
        if (repeated) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.build();
    }
}
