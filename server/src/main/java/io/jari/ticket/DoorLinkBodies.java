package io.jari.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.http.TextBody;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Links by which those without an account stand at a door. */
public final class DoorLinkBodies {
    private DoorLinkBodies() {}

    @Schema(name = "NewDoorLink")
    record NewDoorLink(
            @NotBlank @Size(max = 40) @Schema(examples = "North 2")
            String gate,

            @Schema(
                    description =
                            "Not good from then on; left out: a day after the date starts, or 30 days from now where nobody knows when")
            @Nullable
            Instant expiresAt) {}

    /** A link, without its token. */
    @Schema(name = "DoorLink")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DoorLinkBody(
            @JsonProperty("linkID") @Schema(examples = "1") String linkId,

            @Schema(examples = "North 2") String gate,
            @Schema(examples = "account:7") String madeBy,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {}

    /** What is shown once. */
    @Schema(name = "MadeDoorLink")
    record MadeDoorLink(
            @Schema(description = "The header Door-Link of whoever has the link", examples = "jd_31_…")
            String token,

            @Schema(
                    description = "The page of the door, for a telephone",
                    examples = "https://jari.example/door/jd_31_…")
            String url,

            @Schema(description = "The address as a QR code: a picture in SVG", examples = "<svg>…</svg>")
            String qr,

            DoorLinkBody link) {}

    @Schema(name = "NewLinkedCheckIn")
    record NewLinkedCheckIn(
            @NotNull
            @Size(min = 1, max = 200)
            @Schema(
                    description = "What the QR code says; or its last six characters",
                    examples = "JT1.31.4Zq0d2Vw.8fK3nLx2")
            String token) {}

    /** Where the link leads, and how far its date's doors have come. */
    @Schema(name = "LinkedDoor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LinkedDoor(
            @JsonProperty("concertID") @Schema(examples = "12")
            String concertId,

            @JsonProperty("dateID") @Schema(examples = "31") String dateId,

            TextBody title,
            TextBody hall,
            @Nullable Instant startsAt,
            String timeZone,
            @Schema(examples = "North 2") String gate,

            @Schema(description = "The link is good until then")
            Instant expiresAt,

            @Schema(examples = "2000") int sold,

            @Schema(description = "At all gates", examples = "512")
            int admitted) {}
}
