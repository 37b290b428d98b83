package io.jari.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key as it is told once, to who made it. */
record MadeApiKey(
        @Schema(description = "Kept nowhere: it is shown this once")
        String token,

        ApiKey key) {

    // Records print their fields, and the token must not reach a log.
    @Override
    public String toString() {
        return "MadeApiKey";
    }
}
