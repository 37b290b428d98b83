package io.jari.timeline;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.timeline.TimelineBodies.TimelinesBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Was somebody charged twice? */
@Path("/v1/payment-timelines")
@Tag(name = "Reconciliation")
@Internal
@RunOnVirtualThread
class TimelineResource {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private final Timelines timelines;

    TimelineResource(Timelines timelines) {
        this.timelines = timelines;
    }

    @GET
    @Access(value = By.STAFF, bySubject = true)
    @Operation(operationId = "readPaymentTimelines", summary = "Charged twice?", description = """
                    For the desk of the hotel, or the organisers of the concert; charges of wallets for administrators. All that happened
                    with a payment, here and in the provider's own log, by time, and what that comes to in one sentence (Accept-Language:
                    en or ko). Asked by last4, the newest 50 payments of the hotels and concerts that the caller may see.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TimelinesBody.class)))
    @APIResponse(responseCode = "403", description = "Another hotel's, or another concert's")
    @APIResponse(responseCode = "404", description = "Nothing is known by this reference")
    public TimelinesBody get(
            @Context SecurityContext who,
            @QueryParam("reference")
                    @Nullable
                    @Size(min = 1, max = 60)
                    @Pattern(
                            regexp = "[A-Za-z0-9_.-]+",
                            message =
                                    "must be a reservation's, a hold's, a charge's, an attempt's or a checkout's name")
                    @Parameter(
                            description =
                                    "Our id, an attempt's reference, or the provider's name for the checkout; or else …")
                    String reference,
            @QueryParam("last4")
                    @Nullable
                    @Pattern(regexp = "[0-9]{4}", message = "must be four digits")
                    @Parameter(description = "… the last four digits of the card", example = "4242")
                    String last4,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @Context HttpHeaders headers) {
        if ((reference == null) == (last4 == null)) {
            throw Problem.invalid("reference", "either this or last4 is needed").exception();
        }
        var locale = locale(headers);
        if (reference != null) {
            return timelines
                    .byReference(who, reference, locale)
                    .orElseThrow(() -> Problem.notFound("payment").exception());
        }
        var begin = from == null ? EARLIEST : within(from, "from");
        var end = to == null ? LATEST : within(to, "to");
        return timelines.byCard(who, String.valueOf(last4), begin, end, locale);
    }

    private static Instant within(Instant at, String name) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw Problem.invalid(name, "must be between the years 2000 and 9999")
                    .exception();
        }
        return at;
    }

    private static Locale locale(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(l -> l.getLanguage().equals("ko") || l.getLanguage().equals("en"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
