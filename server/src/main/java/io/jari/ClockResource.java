package io.jari;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.db.ClockHands;
import io.jari.db.Mode;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The database's time, which a demo may move, for tests and replays. In production it does not exist. */
@Path("/v1/clock")
@Tag(name = "Clock")
@Internal
@RunOnVirtualThread
public final class ClockResource {
    private static final Duration MOST = Duration.ofDays(36_500);
    private final ClockHands clock;
    private final Mode mode;

    @Inject
    ClockResource(ClockHands clock, @ConfigProperty(name = "jari.mode") String mode) {
        this.clock = clock;
        this.mode = Mode.of(mode);
    }

    /** Where to move it: one of the two. */
    @Schema(name = "ClockMove")
    public record Move(
            @Nullable @Schema(examples = "2027-05-01T06:00:00Z")
            Instant now,

            @Nullable @Schema(description = "Ahead of the real clock, ISO 8601", examples = "PT36H")
            String offset) {}

    /** What time it is, and how far ahead of the real clock that is. */
    @Schema(name = "Clock")
    public record Time(
            Instant now, @Schema(examples = "PT36H") String offset) {}

    @GET
    @Access(By.ADMINISTRATOR)
    @Operation(operationId = "readClock", summary = "Read the clock", description = "For administrators, in a demo.")
    @APIResponse(responseCode = "404", description = "The clock cannot be moved here")
    @APIResponse(
            responseCode = "200",
            description = "The time",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Time.class)))
    public Time get() {
        inDemo();
        return time();
    }

    @PUT
    @Access(By.ADMINISTRATOR)
    @Operation(
            operationId = "moveClock",
            summary = "Move the clock",
            description = "For administrators, in a demo. Time goes on from there.")
    @APIResponse(responseCode = "404", description = "The clock cannot be moved here")
    @APIResponse(
            responseCode = "200",
            description = "The time it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Time.class)))
    public Time move(@NotNull Move move) {
        inDemo();
        if ((move.now() == null) == (move.offset() == null)) {
            throw Problem.invalid("/now", "must be given, or else offset").exception();
        }
        if (move.now() != null) {
            bounded(Duration.between(Instant.now(), move.now()), "/now");
            clock.moveTo(move.now());
        } else {
            clock.offset(bounded(parse(String.valueOf(move.offset())), "/offset"));
        }
        return time();
    }

    private static Duration parse(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException _) {
            throw Problem.invalid("/offset", "must be a duration like PT36H").exception();
        }
    }

    private static Duration bounded(Duration offset, String pointer) {
        if (offset.abs().compareTo(MOST) > 0) {
            throw Problem.invalid(pointer, "must be within a hundred years of now")
                    .exception();
        }
        return offset;
    }

    private Time time() {
        return new Time(clock.now(), clock.offset().toString());
    }

    private void inDemo() {
        if (mode != Mode.DEMO) {
            throw Problem.notFound("clock").exception();
        }
    }
}
