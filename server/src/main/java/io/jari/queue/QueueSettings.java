package io.jari.queue;

import io.jari.http.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How people come to a date's seats. */
@Schema(name = "QueueSettings")
public record QueueSettings(
        @Schema(
                description = """
                        off: everybody comes in. first-come: in the order of joining. drawn: those who joined before opensAt in an order drawn by
                        lot that anyone can check, then in the order of joining.""",
                enumeration = {"off", "first-come", "drawn"},
                examples = "first-come")
        @NotNull
        @Pattern(regexp = "off|first-come|drawn")
        String mode,

        @Schema(description = "Nobody is admitted before", examples = "2027-03-01T11:00:00Z") @NotNull
        Instant opensAt,

        @Schema(description = "People inside at once", examples = "2000") @Min(1) @Max(1_000_000)
        int mostInside,

        @Schema(description = "At most", examples = "300") @Min(1) @Max(100_000)
        int admissionsPerSecond,

        @Schema(description = "How long a pass is good, unless it is renewed", examples = "90") @Min(30) @Max(600)
        int passSeconds,

        @Schema(description = "How long somebody who is admitted has to come in", examples = "60") @Min(20) @Max(600)
        int entrySeconds,

        @Schema(
                description = """
                        Of a draw: where and when a value will be published that nobody can know before the opening, such as the numbers of a lottery.
                        Without one, whoever runs this server could add entrants until the order suits them.""",
                examples = "Lotto 6/45 draw 1268, the six numbers in rising order, such as 3 11 15 29 35 44",
                nullable = true)
        @Nullable
        @Size(min = 1, max = 500)
        String publicSource) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Whether anybody, in any zone, can be told this time in four digits of a year. */
    public static boolean opensPossibly(Instant at) {
        return !at.isBefore(EARLIEST) && at.isBefore(LATEST);
    }

    QueueSettings checked() {
        if (!opensPossibly(opensAt)) {
            throw Problem.invalid("/opensAt", "must be in the years 2000 to 9998")
                    .exception();
        }
        if (publicSource != null && !mode.equals(Mode.DRAWN.wire())) {
            throw Problem.invalid("/publicSource", "only a draw has one").exception();
        }
        return this;
    }

    Mode order() {
        return Mode.valueOf(mode.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    public static QueueSettings of(QueueRow queue) {
        return new QueueSettings(
                queue.mode().wire(),
                queue.opensAt(),
                queue.mostInside(),
                queue.admissions(),
                queue.passSeconds(),
                queue.entrySeconds(),
                queue.draw() == null ? null : queue.draw().publicSource());
    }
}
