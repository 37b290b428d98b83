package io.jari.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Letters as JSON: no addresses, and nothing of what they say. */
public final class LetterBodies {
    private LetterBodies() {}

    /** A letter as it stands. */
    @Schema(name = "Letter")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LetterBody(
            @Schema(examples = "1207-confirmation") @JsonProperty("letterID")
            String letterId,

            @Schema(
                    description =
                            "confirmation, tickets, cancellation, tickets-canceled, refund, invitation, sign-up, reset, password-changed"
                                    + " or sign-up-again")
            String kind,

            String subject,
            @Schema(description = "Of what it tells") Instant at,

            @Schema(enumeration = {"pending", "sending", "sent", "failed", "skipped"})
            String state,

            @Schema(
                    description =
                            "Why not, or not yet: smtp- and a number is the mail server's answer, superseded means that it is true"
                                    + " no more, no-address that nobody can get it, too-old that it could not be sent in time")
            @Nullable
            String reason,

            @Schema(description = "Since it was last asked for")
            int tries,

            @Schema(description = "How often staff asked for it again")
            int resent,

            @Nullable Instant nextTryAt,
            @Nullable Instant sentAt) {}

    @Schema(name = "LetterList")
    public record LetterList(List<LetterBody> letters) {}

    static LetterBody of(Letter l) {
        return new LetterBody(
                l.id().text(),
                l.kind().wire(),
                l.subject(),
                l.at(),
                l.state().wire(),
                l.reason(),
                l.tries(),
                l.resent(),
                l.dueAt(),
                l.sentAt());
    }
}
