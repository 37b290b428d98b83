package io.jari.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jari.queue.QueueRow.StoredDraw;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is read of queues as JSON. */
public final class QueueBodies {
    private QueueBodies() {}

    /** A queue as everybody sees it. */
    @Schema(name = "Queue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QueueBody(
            @Schema(examples = "3") String dateID,

            @Schema(
                    enumeration = {"off", "first-come", "drawn"},
                    examples = "first-come")
            String mode,

            Instant opensAt,

            @Schema(examples = "2000") int mostInside,

            @Schema(examples = "300") int admissionsPerSecond,

            @Schema(examples = "90") int passSeconds,

            @Schema(examples = "60") int entrySeconds,

            boolean paused,

            @Schema(description = "Since when nothing is available or held") @Nullable
            Instant soldOutAt,

            @Nullable DrawBody draw) {

        static QueueBody of(QueueRow queue) {
            return new QueueBody(
                    Integer.toString(queue.dateId()),
                    queue.mode().wire(),
                    queue.opensAt(),
                    queue.mostInside(),
                    queue.admissions(),
                    queue.passSeconds(),
                    queue.entrySeconds(),
                    queue.paused(),
                    queue.soldOutAt(),
                    queue.mode() == Mode.DRAWN && queue.draw() != null ? DrawBody.of(queue.draw()) : null);
        }
    }

    /** All that is needed to check a draw, as far as it has come. Bytes are in lower-case hex. */
    @Schema(name = "Draw")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DrawBody(
            @Schema(description = "SHA-256 of the seed, told before anybody joined")
            String seedHash,

            @Schema(description = "Where the public value is to be had; none: the order depends on this server alone")
            @Nullable
            String publicSource,

            @Schema(description = "How many take part: tickets 1 to count") @Nullable
            Long count,

            @Schema(description = "Of the Merkle tree of their leaves, which …/queue/leaves has") @Nullable
            String root,

            @Schema(description = "When the list was frozen") @Nullable
            Instant frozenAt,

            @Nullable String publicValue,

            @Schema(description = "Told when the order stands") @Nullable
            String seed,

            @Schema(description = "Since when the order stands") @Nullable
            Instant drawnAt) {

        static DrawBody of(StoredDraw draw) {
            return new DrawBody(
                    hex(draw.seedHash()),
                    draw.publicSource(),
                    draw.tickets(),
                    draw.root() == null ? null : hex(draw.root()),
                    draw.frozenAt(),
                    draw.publicValue(),
                    draw.drawnAt() == null ? null : hex(draw.seed()),
                    draw.drawnAt());
        }

        private static String hex(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
    }

    /** The opening by hand. */
    @Schema(name = "QueueOpening")
    public record Opening(
            @Schema(
                    description = "What was published where publicSource says; once the list is frozen",
                    nullable = true)
            @Nullable
            @Size(min = 1, max = 500)
            String publicValue) {}

    /** A queue as its staff see it. */
    @Schema(name = "QueueLive")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LiveBody(
            @Schema(description = "Have not been admitted yet")
            long waiting,

            @Schema(description = "Have a pass that is good")
            int inside,

            @Schema(description = "Were admitted and can still come in")
            long admittedNotIn,

            @Schema(description = "Over the last ten seconds")
            double admittedPerSecond,

            @Schema(description = "Ever") long entered,

            @Schema(description = "Did not come in time, ever")
            long forfeited,

            @Schema(
                    description =
                            "What those who came in over the last minute have waited since they joined or it opened, on average")
            @Nullable
            Double waitSeconds,

            boolean paused,

            @Nullable Instant soldOutAt,

            Instant now) {}
}
