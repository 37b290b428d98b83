package io.jari.concert;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a concert that was to be deleted. */
public record ConcertRemoval(
        @Schema(description = "deleted, or closed where it has dates", examples = "closed")
        String outcome) {
    static final ConcertRemoval DELETED = new ConcertRemoval("deleted");
    static final ConcertRemoval CLOSED = new ConcertRemoval("closed");
}
