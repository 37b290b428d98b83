package io.jari.webhook;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.account.Callers;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.http.Cursor;
import io.jari.http.Internal;
import io.jari.http.Versions;
import io.jari.webhook.WebhookBodies.DeliveryBody;
import io.jari.webhook.WebhookBodies.MadeBody;
import io.jari.webhook.WebhookBodies.PingBody;
import io.jari.webhook.WebhookBodies.ReplayBody;
import io.jari.webhook.WebhookBodies.SecretBody;
import io.jari.webhook.WebhookBodies.Wanted;
import io.jari.webhook.WebhookBodies.WebhookBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is told of events. Managers and organisers have those of their hotels and concerts, administrators all. */
@Internal
@Path("/v1/webhooks")
@Tag(name = "Webhooks")
@RunOnVirtualThread
public class WebhookResource {
    private final Webhooks webhooks;
    private final WebhookWork work;

    WebhookResource(Webhooks webhooks, WebhookWork work) {
        this.webhooks = webhooks;
        this.work = work;
    }

    @Access(value = By.STAFF, bySubject = true)
    @POST
    @Operation(operationId = "createWebhook", summary = "Make a webhook", description = """
                    Each event it wants is sent as Standard Webhooks has it: POST with webhook-id, webhook-timestamp and webhook-signature, and
                    {"type","timestamp","data"}; data is the event as in GET /v1/events. Any 2xx within 15 s is heard; redirects are not
                    followed; 410 switches it off. Else it is sent again, ever later, for 3 days. Events of one subject come in order; one may
                    come twice, with the same webhook-id. The secret is in this answer and nowhere else.""")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MadeBody.class)))
    @APIResponse(responseCode = "409", description = "too-many-webhooks")
    public Response make(@Context SecurityContext who, @NotNull @Valid Wanted wanted) {
        var made = webhooks.make(charge(who, Scope.of(wanted.scope())), wanted);
        return Response.status(Response.Status.CREATED)
                .entity(made)
                .tag(Versions.tag(1))
                .build();
    }

    @Access(By.STAFF)
    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks",
            description = "All that the caller has charge of.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookBody[].class)))
    public Response list(@Context SecurityContext who) {
        var caller = Callers.of(who);
        return Response.ok(webhooks.all().stream()
                        .filter(webhook -> caller.rights().allows(role(webhook.scope()), webhook.scope()))
                        .map(WebhookBody::of)
                        .toList())
                .build();
    }

    @Access(value = By.STAFF, bySubject = true)
    @GET
    @Path("/{webhookID}")
    @Operation(operationId = "readWebhook", summary = "Read a webhook")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookBody.class)))
    public Response read(
            @Context SecurityContext who, @PathParam("webhookID") long webhookId, @Context Request request) {
        var webhook = find(who, webhookId);
        return Response.ok(WebhookBody.of(webhook))
                .tag(Versions.tag(webhook.version()))
                .build();
    }

    @Access(value = By.STAFF, bySubject = true)
    @PUT
    @Path("/{webhookID}")
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a webhook",
            description = "Needs If-Match. What is pending goes to the new address; switched off, it waits.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookBody.class)))
    public Response change(
            @Context SecurityContext who,
            @PathParam("webhookID") long webhookId,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Wanted wanted) {
        find(who, webhookId);
        var changed = webhooks.change(charge(who, Scope.of(wanted.scope())), webhookId, ifMatch, wanted);
        return Response.ok(WebhookBody.of(changed))
                .tag(Versions.tag(changed.version()))
                .build();
    }

    @Access(value = By.STAFF, bySubject = true)
    @DELETE
    @Path("/{webhookID}")
    @Operation(operationId = "deleteWebhook", summary = "Delete a webhook", description = "With all that is pending.")
    public void delete(@Context SecurityContext who, @PathParam("webhookID") long webhookId) {
        webhooks.delete(charge(who, find(who, webhookId).scope()), webhookId);
    }

    @Access(value = By.STAFF, bySubject = true)
    @POST
    @Path("/{webhookID}/secret-rotations")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give it another secret",
            description = "For 24 hours both sign.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SecretBody.class)))
    public SecretBody rotate(@Context SecurityContext who, @PathParam("webhookID") long webhookId) {
        return webhooks.rotate(charge(who, find(who, webhookId).scope()), webhookId);
    }

    @Access(value = By.STAFF, bySubject = true)
    @POST
    @Path("/{webhookID}/pings")
    @Operation(
            operationId = "pingWebhook",
            summary = "Try a webhook",
            description = "Sends webhook.ping once, now, and says what came of it.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PingBody.class)))
    public PingBody ping(@Context SecurityContext who, @PathParam("webhookID") long webhookId) {
        var answer = work.ping(find(who, webhookId));
        return new PingBody(answer.isAccepted(), answer.code(), answer.flaw());
    }

    @Access(value = By.STAFF, bySubject = true)
    @GET
    @Path("/{webhookID}/deliveries")
    @Operation(
            operationId = "listDeliveries",
            summary = "What was sent to a webhook, and what is to be",
            description =
                    "Newest first; Link rel=next leads on. Kept for 7 days when delivered, for 60 days when given up after 3 days.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DeliveryBody[].class)))
    public Response deliveries(
            @Context SecurityContext who,
            @PathParam("webhookID") long webhookId,
            @QueryParam("state") @Nullable @Pattern(regexp = "pending|delivered|given-up") String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        find(who, webhookId);
        var before = cursor == null ? Long.MAX_VALUE : Cursor.after(cursor);
        var page = webhooks.deliveries(webhookId, states(state), before, limit).stream()
                .map(DeliveryBody::of)
                .toList();
        return Cursor.page(page, limit, uri, DeliveryBody::number);
    }

    @Access(value = By.STAFF, bySubject = true)
    @POST
    @Path("/{webhookID}/deliveries/{number}/replay")
    @Operation(
            operationId = "replayDelivery",
            summary = "Send an event again",
            description = "One that is pending already is tried now.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DeliveryBody.class)))
    public DeliveryBody replayOne(
            @Context SecurityContext who, @PathParam("webhookID") long webhookId, @PathParam("number") long number) {
        var caller = charge(who, find(who, webhookId).scope());
        var delivery = webhooks.replayOne(caller, webhookId, number);
        work.look();
        return DeliveryBody.of(delivery);
    }

    @Access(value = By.STAFF, bySubject = true)
    @POST
    @Path("/{webhookID}/replays")
    @Operation(
            operationId = "replayDeliveries",
            summary = "Send all again that followed an event",
            description = "All it wants, up to now; in order among themselves, after what of their subject is pending.")
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookBody.class)))
    public Response replay(
            @Context SecurityContext who, @PathParam("webhookID") long webhookId, @NotNull @Valid ReplayBody body) {
        var caller = charge(who, find(who, webhookId).scope());
        var webhook = webhooks.replay(caller, webhookId, body.after());
        work.look();
        return Response.accepted(WebhookBody.of(webhook)).build();
    }

    private static List<String> states(@Nullable String state) {
        return switch (state) {
            case null -> List.of("held", "due", "delivered", "given_up");
            case "pending" -> List.of("held", "due");
            case "delivered" -> List.of("delivered");
            default -> List.of("given_up");
        };
    }

    private Webhook find(SecurityContext who, long webhookId) {
        var webhook = webhooks.find(webhookId);
        charge(who, webhook.scope());
        return webhook;
    }

    private static Caller charge(SecurityContext who, Scope scope) {
        return Callers.staff(who, role(scope), scope);
    }

    private static Role role(Scope scope) {
        return switch (scope.kind()) {
            case ALL -> Role.ADMINISTRATOR;
            case HOTEL -> Role.MANAGER;
            case CONCERT -> Role.ORGANISER;
        };
    }
}
