package io.jari.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that was done. */
@Schema(name = "JournalEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        Instant at,

        @Schema(description = "account:ID, key:ID, guest, system, or a job's name", examples = "account:7")
        String actor,

        @Schema(examples = "rate.changed") String action,

        @Schema(description = "What was changed", examples = "12")
        String subject,

        @Schema(
                description = "Of what: hotel:ID, concert:ID, date:ID, queue:ID (of a date) or account:ID",
                examples = "hotel:12")
        String partition,

        @JsonRawValue
        @Schema(type = SchemaType.OBJECT, description = "What changed: before and after, or the whole of it")
        @Nullable
        String body,

        @JsonIgnore AuditPlace place) {

    /** As guests are told: that somebody of the house did it, not who. */
    AuditEntry veiledFrom(String own) {
        var named = actor.startsWith("account:") || actor.startsWith("key:");
        return named && !actor.equals(own)
                ? new AuditEntry(at, "staff", action, subject, partition, body, place)
                : this;
    }
}
