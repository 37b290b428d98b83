package io.jari.console.house;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Scope;
import io.jari.console.Consoles;
import io.jari.event.EventTypes;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.webhook.WebhookBodies.DeliveryBody;
import io.jari.webhook.WebhookBodies.WebhookBody;
import io.jari.webhook.WebhookResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Programs that are told of what happens, and what they said to it. */
@Path("/staff/webhooks")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class WebhooksPageResource {
    private static final int ROWS = 50;
    private static final Set<String> STATES = Set.of("pending", "delivered", "given-up");
    private final WebhookResource webhooks;
    private final Places places;
    private final Consoles consoles;
    private final CurrentVisit current;

    WebhooksPageResource(WebhookResource webhooks, Places places, Consoles consoles, CurrentVisit current) {
        this.webhooks = webhooks;
        this.places = places;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.STAFF, page = true)
    @Operation(hidden = true)
    public Response list() {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var found = Answered.list(webhooks.list(visit.who()), WebhookBody.class);
            return Response.ok(new WebhooksPage(
                            consoles.house(visit, caller, "house.webhooks.title"),
                            found.body().stream().map(w -> row(t, w)).toList(),
                            types(t, List.of()),
                            places.of(t, caller)))
                    .build();
        });
    }

    @GET
    @Path("/{webhookID}")
    @Access(value = By.STAFF, bySubject = true, page = true)
    @Operation(hidden = true)
    public Response one(@PathParam("webhookID") long webhookId, @Context Request request, @Context UriInfo uri) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var form = new Form(visit.query());
            var answer = webhooks.read(visit.who(), webhookId, request);
            var webhook = (WebhookBody) answer.getEntity();
            var state = STATES.contains(form.text("state")) ? form.text("state") : null;
            var sent = Answered.list(
                    webhooks.deliveries(visit.who(), webhookId, state, form.maybe("cursor"), ROWS, uri),
                    DeliveryBody.class);
            return Response.ok(new WebhookPage(
                            consoles.house(visit, caller, "house.webhook.title"),
                            webhook,
                            "\"" + answer.getEntityTag().getValue() + "\"",
                            places.name(t, Scope.of(webhook.scope())),
                            state(t, webhook),
                            types(t, webhook.types()),
                            places.of(t, caller),
                            state == null ? "" : state,
                            sent.body().stream().map(d -> delivery(t, d)).toList(),
                            sent.next()))
                    .build();
        });
    }

    private WebhooksPage.Row row(Texts t, WebhookBody w) {
        var types = w.types().isEmpty()
                ? t.say("house.webhook.all-types")
                : t.count("house.webhook.types", w.types().size());
        return new WebhooksPage.Row(
                w.webhookId(),
                w.url(),
                places.name(t, Scope.of(w.scope())),
                types,
                w.enabled(),
                state(t, w),
                Texts.number(w.pending()));
    }

    private static String state(Texts t, WebhookBody w) {
        if (w.enabled()) {
            return t.say("house.webhook.on");
        }
        var why = w.disabledWhy();
        return why == null ? t.say("house.webhook.off") : Words.of(t, "house.webhook.off.", why);
    }

    private static List<WebhooksPage.Type> types(Texts t, List<String> chosen) {
        return EventTypes.list().stream()
                .map(type ->
                        new WebhooksPage.Type(type.type(), Deeds.words(t, type.type()), chosen.contains(type.type())))
                .toList();
    }

    private static WebhookPage.Row delivery(Texts t, DeliveryBody d) {
        var state = d.held() ? "held" : d.state();
        return new WebhookPage.Row(
                d.number(),
                d.type(),
                Deeds.words(t, d.type()),
                d.subject(),
                d.state(),
                t.say("house.delivery." + state),
                d.tries(),
                answer(t, d),
                t.moment(d.lastTryAt() == null ? d.createdAt() : d.lastTryAt(), Visit.HOME));
    }

    private static String answer(Texts t, DeliveryBody d) {
        var flaw = d.lastFlaw();
        if (flaw != null) {
            return Words.of(t, "house.delivery.flaw.", flaw);
        }
        return d.lastCode() == null ? "–" : "HTTP " + d.lastCode();
    }
}
