package io.jari.account;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is asked and told about invitations. */
public final class InvitationBodies {
    private static final int MOST_RIGHTS = 50;

    private InvitationBodies() {}

    /** Somebody who is to work here, and what they may do then. */
    @Schema(name = "StaffInvitationRequest", examples = """
            {"email": "mina@example.com", "name": "Kim Mina", "language": "ko",
             "rights": [{"role": "desk", "scope": "hotel-12"}]}
            """)
    record Wanted(
            @NotNull @Email @Size(max = 254) @Pattern(regexp = "\\P{Cntrl}*")
            String email,

            @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*")
            String name,

            @Nullable @Pattern(regexp = "ko|en") String language,

            @NotNull @Size(max = MOST_RIGHTS) List<@NotNull @Valid WantedRight> rights) {

        NewAccount account() {
            return new NewAccount(email, "", name, null, language);
        }

        List<Grant> grants() {
            return rights.stream().map(WantedRight::grant).toList();
        }

        // Records print their fields, and nobody's address is to reach a log.
        @Override
        public String toString() {
            return "Wanted";
        }
    }

    /** An invitation that was not taken yet. */
    @Schema(name = "StaffInvitation")
    public record InvitationBody(
            @JsonProperty("accountID") @JsonFormat(shape = JsonFormat.Shape.STRING)
            long accountId,

            String email,
            String name,
            List<Grant> rights,

            @JsonFormat(shape = JsonFormat.Shape.STRING) long invitedBy,
            Instant invitedAt) {

        @Override
        public String toString() {
            return "InvitationBody";
        }
    }

    /** A link to be handed over by other means than mail, told once. */
    @Schema(name = "StaffInvitationLink")
    record LinkBody(
            @Schema(description = "Of a page on the internal listener")
            String link,

            @Schema(description = "For PUT /v1/staff/invitations")
            String token) {

        @Override
        public String toString() {
            return "LinkBody";
        }
    }
}
