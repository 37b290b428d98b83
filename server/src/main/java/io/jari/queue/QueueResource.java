package io.jari.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.account.Callers;
import io.jari.db.DatabaseClock;
import io.jari.http.ClientAddress;
import io.jari.http.PrivateCookie;
import io.jari.http.RequestOrigin;
import io.jari.queue.Queueing.Entered;
import io.jari.queue.Queueing.Joined;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The waiting room before a date's seats. How a place stands is told by {@link QueueRoutes}. */
@Path("/v1/queue")
@Tag(name = "Waiting room")
public class QueueResource {
    /** The cookie by which a browser's place is found again. */
    public static final String DEVICE_COOKIE = "jari_device";

    /** The header in which the token is sent. */
    public static final String TOKEN = "Queue-Token";

    public static final Duration DEVICE_LIFE = Duration.ofDays(365);
    /** Followed by a date's id: the cookie of the pass, for pages. */
    public static final String PASS_COOKIE = "jari_pass_";

    private final Queueing queueing;
    private final Joiners joiners;
    private final JoinLimits limits;
    private final ClientAddress addresses;
    private final PlaceStatus status;
    private final PrivateCookie cookies;
    private final RequestOrigin origin;
    private final DatabaseClock clock;
    private final ThreadLocal<JsonBytes> bodies = ThreadLocal.withInitial(JsonBytes::new);

    QueueResource(
            Queueing queueing,
            Joiners joiners,
            JoinLimits limits,
            ClientAddress addresses,
            PlaceStatus status,
            PrivateCookie cookies,
            RequestOrigin origin,
            DatabaseClock clock) {
        this.queueing = queueing;
        this.joiners = joiners;
        this.limits = limits;
        this.addresses = addresses;
        this.status = status;
        this.cookies = cookies;
        this.origin = origin;
        this.clock = clock;
    }

    /** Who wants a place, and of which date. */
    @Schema(name = "QueueJoin")
    record JoinBody(
            @Schema(examples = "3") @NotNull @Pattern(regexp = "[1-9][0-9]{0,8}", message = "is the id of a date")
            String dateID,

            @Schema(
                    description =
                            "What this device is called, a secret of its own; made when it is left out and no cookie brings one",
                    nullable = true)
            @Nullable
            @Pattern(regexp = Joiners.DEVICE_FORM, message = "has 22 to 64 characters A-Z, a-z, 0-9, _ and -")
            String deviceID) {}

    /** Who comes in. */
    @Schema(name = "QueueEntry")
    record EntryBody(
            @Schema(
                    description =
                            "As it was given when joining; needed where nobody was signed in then and no cookie brings it",
                    nullable = true)
            @Nullable
            @Pattern(regexp = Joiners.DEVICE_FORM, message = "has 22 to 64 characters A-Z, a-z, 0-9, _ and -")
            String deviceID) {}

    /** The right to be inside. */
    @Schema(name = "QueuePass")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PassBody(
            @Schema(description = "To be sent in the header Queue-Pass when seats are held")
            String pass,

            Instant expiresAt,

            @Schema(description = "Ask for it again then, while it is needed", examples = "45000")
            long renewAfterMillis,

            @Schema(description = "It is not renewed beyond this")
            Instant leaveBy) {}

    @POST
    @Access(By.ANYBODY)
    @NonBlocking
    @Operation(operationId = "joinQueue", summary = "Join the line before a date's seats", description = """
                    Signed in or not. Joining again gives the same place: by the account, or by the device where nobody is signed in. The token is
                    asked about with GET /v1/queue/status, and turned into a pass with POST /v1/queue/entries once it is admitted. Where the date has
                    no line, the state is off and there is no token: seats are held without a pass.""")
    @APIResponse(
            responseCode = "201",
            description = "A new place, with its token and how it stands",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "QueuePlace")))
    @APIResponse(
            responseCode = "200",
            description = "The place there was; or no line at all",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "QueuePlace")))
    @APIResponse(responseCode = "409", description = "sold-out")
    @APIResponse(responseCode = "429", description = "Too many from this address or device: Retry-After says when")
    @APIResponse(responseCode = "503", description = "Overloaded, not executed, or outcome unknown: repeat it")
    public CompletionStage<Response> join(
            @NotNull @Valid JoinBody body,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request,
            @Context SecurityContext who) {
        var https = origin.https(request);
        var cookie = device(headers, https);
        var sent = device(body.deviceID(), cookie);
        var device = sent == null ? joiners.newDevice() : sent;
        var refusal = limits.refusal(addresses.of(request), joiners.ofDevice(device));
        if (refusal.isPresent()) {
            throw refusal.get().exception();
        }
        @Nullable Caller caller = Callers.maybe(who).orElse(null);
        return queueing.join(Integer.parseInt(body.dateID()), device, caller)
                .thenApply(joined ->
                        joined(joined, caller == null ? device : null, device.equals(cookie) ? null : device, https));
    }

    /**
     * @param told the device, where nobody is signed in
     * @param kept the device, where the browser is to keep it
     */
    private Response joined(Joined joined, @Nullable String told, @Nullable String kept, boolean https) {
        return switch (joined) {
            case Joined.Place(var line, var ticket, var token, var known) -> {
                var json = bodies.get().clear().put("{\"token\":\"").put(token).put("\",");
                if (told != null) {
                    json.put("\"deviceID\":\"").put(told).put("\",");
                }
                status.write(json, line, ticket);
                var response = answer(known ? 200 : 201, json.put("}").toString());
                if (kept != null) {
                    response.cookie(cookies.of(DEVICE_COOKIE, kept, DEVICE_LIFE, https));
                }
                yield response.build();
            }
            case Joined.NoQueue(var line) -> {
                var json = bodies.get().clear().put("{");
                status.write(json, line, 0);
                yield answer(200, json.put("}").toString()).build();
            }
            case Joined.Refused(var why) -> throw why;
        };
    }

    private static Response.ResponseBuilder answer(int status, String json) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .entity(json);
    }

    /** The browser's device. */
    private static @Nullable String device(HttpHeaders headers, boolean https) {
        var cookie = headers.getCookies().get(PrivateCookie.name(DEVICE_COOKIE, https));
        return cookie == null ? null : cookie.getValue();
    }

    /** The device that the request names, else the browser's. */
    private static @Nullable String device(@Nullable String named, @Nullable String cookie) {
        return named != null ? named : cookie != null && Joiners.isDevice(cookie) ? cookie : null;
    }

    @POST
    @Access(By.PERSON)
    @Path("/entries")
    @NonBlocking
    @Operation(operationId = "enter", summary = "Come in, or stay in", description = """
                    Turns an admitted place into a pass of the account that is signed in. Repeating it while the pass is good renews it. Who does
                    not come in by enterBy forfeits the place.""")
    @APIResponse(
            responseCode = "201",
            description = "Inside",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PassBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Still inside",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PassBody.class)))
    @APIResponse(
            responseCode = "403",
            description =
                    "queue-token-invalid, queue-token-expired, queue-token-foreign: another account's or device's")
    @APIResponse(
            responseCode = "409",
            description = "not-admitted, forfeited, pass-ended, second-place, sold-out, no-queue")
    @APIResponse(responseCode = "429", description = "Too often with this place: Retry-After says when")
    @APIResponse(responseCode = "503", description = "full: the place is kept; or overloaded")
    public CompletionStage<Response> enter(
            @Valid @Nullable EntryBody body,
            @HeaderParam(TOKEN) @Nullable String token,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request,
            @Context SecurityContext who) {
        var caller = Callers.signedIn(who);
        var https = origin.https(request);
        var device = device(body == null ? null : body.deviceID(), device(headers, https));
        return queueing.enter(token, device, caller).thenApply(entered -> switch (entered) {
            case Entered.Inside inside -> inside(inside, https);
            case Entered.Refused(var why) -> throw why;
        });
    }

    private Response inside(Entered.Inside inside, boolean https) {
        var left = Duration.between(inside.enteredAt(), inside.leaveBy());
        return Response.status(inside.renewed() ? 200 : 201)
                .header("Cache-Control", "no-store")
                .cookie(cookies.of(PASS_COOKIE + inside.dateId(), inside.pass(), left, https))
                .entity(new PassBody(inside.pass(), inside.expiresAt(), renewAfter(inside), inside.leaveBy()))
                .build();
    }

    /** Half way, so that a second try is in time. */
    private long renewAfter(Entered.Inside inside) {
        return Math.max(0, Duration.between(clock.now(), inside.expiresAt()).toMillis() / 2);
    }

    @DELETE
    @Access(By.PERSON)
    @Path("/entries")
    @NonBlocking
    @Operation(
            operationId = "leave",
            summary = "Leave, so that the next may come",
            description = "Seats that are held stay held. Repeating it changes nothing.")
    @APIResponse(responseCode = "204", description = "Outside")
    public CompletionStage<Response> leave(@HeaderParam(TOKEN) @Nullable String token, @Context SecurityContext who) {
        return queueing.leave(token, Callers.signedIn(who))
                .thenApply(_ -> Response.noContent().build());
    }
}
