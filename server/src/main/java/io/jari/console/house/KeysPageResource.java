package io.jari.console.house;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.ApiKey;
import io.jari.account.ApiKeyResource;
import io.jari.account.Caller;
import io.jari.account.Colleagues;
import io.jari.account.Role;
import io.jari.console.Consoles;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The keys by which programs come in. */
@Path("/staff/keys")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class KeysPageResource {
    private static final int ROWS = 200;
    private final ApiKeyResource keys;
    private final Colleagues colleagues;
    private final Places places;
    private final Consoles consoles;
    private final CurrentVisit current;

    KeysPageResource(
            ApiKeyResource keys, Colleagues colleagues, Places places, Consoles consoles, CurrentVisit current) {
        this.keys = keys;
        this.colleagues = colleagues;
        this.places = places;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.ADMINISTRATOR, page = true)
    @Operation(hidden = true)
    public Response list(@Context UriInfo uri) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var found = Answered.list(keys.list(new Form(visit.query()).maybe("cursor"), ROWS, uri), ApiKey.class);
            return Response.ok(new KeysPage(
                            consoles.house(visit, caller, "house.keys.title"),
                            rows(t, found.body()),
                            found.next(),
                            GrantWords.choices(t, role -> role != Role.ADMINISTRATOR),
                            places.of(t, caller)))
                    .build();
        });
    }

    private List<KeysPage.Row> rows(Texts t, List<ApiKey> found) {
        var names = colleagues.names(
                found.stream().map(key -> Caller.actor(key.madeBy())).distinct().toList());
        return found.stream().map(key -> row(t, key, names)).toList();
    }

    private KeysPage.Row row(Texts t, ApiKey key, Map<String, String> names) {
        var by = Caller.actor(key.madeBy());
        return new KeysPage.Row(
                Long.toString(key.keyId()),
                key.name(),
                GrantWords.of(t, places, key.rights()),
                names.getOrDefault(by, by),
                moment(t, key.madeAt()),
                key.lastUsedAt() == null ? t.say("house.keys.never") : moment(t, key.lastUsedAt()),
                moment(t, key.revokedAt()));
    }

    private static String moment(Texts t, @Nullable Instant at) {
        return at == null ? "" : t.moment(at, Visit.HOME);
    }
}
