package io.jari.console.revenue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.console.Consoles;
import io.jari.console.revenue.InventoryPage.Choice;
import io.jari.console.revenue.InventoryPage.Field;
import io.jari.console.revenue.InventoryPage.Preview;
import io.jari.console.revenue.PricesPage.CardForm;
import io.jari.console.revenue.PricesPage.Saving;
import io.jari.console.revenue.PricesPage.TypePrices;
import io.jari.hotel.Hotels;
import io.jari.hotel.RoomTypes;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.rate.PriceLook;
import io.jari.rate.PricingRulesBody;
import io.jari.rate.RateCardBody;
import io.jari.rate.Repricing;
import io.jari.revenue.Figures;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Rate cards and pricing rules, and what they make of prices. */
@Path("/staff/hotels/{hotelID}/prices")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class PricesPageResource {
    private final Hotels hotels;
    private final RoomTypes types;
    private final PriceLook prices;
    private final Figures figures;
    private final ObjectMapper json;
    private final Consoles consoles;
    private final CurrentVisit current;

    PricesPageResource(
            Hotels hotels,
            RoomTypes types,
            PriceLook prices,
            Figures figures,
            ObjectMapper json,
            Consoles consoles,
            CurrentVisit current) {
        this.hotels = hotels;
        this.types = types;
        this.prices = prices;
        this.figures = figures;
        this.json = json;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.REVENUE, page = true)
    @Operation(hidden = true)
    public Response prices(@PathParam("hotelID") int hotelId) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var look = new Look(visit.texts(), new Form(visit.query()), hotelId);
            var console = consoles.hotel(visit, caller, hotelId, "revenue.prices.title");
            return Response.ok(new PricesPage(
                            console,
                            "/staff/hotels/" + hotelId + "/prices",
                            "/v1/hotels/" + hotelId,
                            look.type,
                            look.choices(),
                            look.night.toString(),
                            look.rules,
                            look.preview,
                            look.saving))
                    .build();
        });
    }

    /** One look at the page: what was asked, and what it would do. */
    private final class Look {
        private final Texts t;
        private final Form form;
        private final int hotelId;
        private final String currency;
        private final Map<String, String> names;
        private final String chosen;
        private final LocalDate night;
        private final PriceViews views;
        private final RulesForm rules;
        private final @Nullable TypePrices type;
        private @Nullable Preview preview;
        private @Nullable Saving saving;

        Look(Texts t, Form form, int hotelId) {
            this.t = t;
            this.form = form;
            this.hotelId = hotelId;
            currency = hotels.find(hotelId).details().currency();
            names = InventoryPageResource.names(t, types.list(hotelId));
            chosen = names.containsKey(form.text("type"))
                    ? form.text("type")
                    : names.keySet().stream().findFirst().orElse("");
            var today = figures.today(hotelId);
            var asked = RateForm.date(form.text("night"));
            night = asked == null || asked.isBefore(today) ? today : asked;
            views = new PriceViews(t, prices, hotelId, currency);
            var tries = form.text("try");
            rules = tries.equals("rules") ? tried() : RulesForm.of(t, prices.rules(hotelId));
            var card = chosen.isEmpty() ? null : tries.equals("card") ? triedCard() : card();
            type = card == null
                    ? null
                    : views.of(
                            Integer.parseInt(chosen),
                            Objects.requireNonNull(names.get(chosen)),
                            night,
                            card,
                            tries.equals("rules") ? rules.body() : null);
        }

        List<Choice> choices() {
            return names.entrySet().stream()
                    .map(one -> new Choice(
                            one.getKey(), one.getValue(), one.getKey().equals(chosen)))
                    .toList();
        }

        private RulesForm tried() {
            var typed = RulesForm.read(t, form);
            var body = typed.body();
            if (body == null) {
                return typed;
            }
            try {
                var found = prices.preview(hotelId, typed.version(), body);
                preview = preview(found, fields(body));
                saving = new Saving("PUT /v1/hotels/" + hotelId + "/pricing-rules", typed.version());
                return typed;
            } catch (Problem problem) {
                return typed.refused(flaws("revenue.rules.flaw.", problem));
            }
        }

        private CardForm card() {
            var present = prices.card(hotelId, Integer.parseInt(chosen));
            var card = present.value();
            return new CardForm(
                    Integer.toString(present.version()),
                    views.major(card.base()),
                    views.major(card.min()),
                    views.major(card.max()),
                    Flaws.NONE);
        }

        private CardForm triedCard() {
            var flaws = new HashMap<String, String>();
            var base = amount("base", flaws);
            var min = amount("min", flaws);
            var max = amount("max", flaws);
            if (flaws.isEmpty()) {
                try {
                    var body = new RateCardBody(base, min, max);
                    var found = prices.preview(hotelId, Integer.parseInt(chosen), form.text("v"), body);
                    preview = preview(found, fields(body));
                    saving = new Saving(
                            "PUT /v1/hotels/" + hotelId + "/room-types/" + chosen + "/rate-card", form.text("v"));
                } catch (Problem problem) {
                    flaws.putAll(flaws("revenue.card.flaw.", problem).byField());
                }
            }
            return new CardForm(
                    form.text("v"), form.text("base"), form.text("min"), form.text("max"), new Flaws(flaws));
        }

        private long amount(String field, Map<String, String> flaws) {
            var minor = RateForm.minor(form.text(field), Currency.getInstance(currency));
            if (minor == null) {
                flaws.put(field, t.say("revenue.flaw.rate"));
            }
            return minor == null ? 0 : minor;
        }

        /** Somebody else's change is said where the whole form is. */
        private Flaws flaws(String prefix, Problem problem) {
            return problem.getResponse().getStatus() == 412
                    ? new Flaws(Map.of("all", t.say("console.stale")))
                    : Flaws.of(t, prefix, problem);
        }

        private Preview preview(Repricing found, List<Field> fields) {
            if (found.confirmationNeeded()) {
                fields.add(new Field("confirmation", "query", found.confirmation()));
            }
            return new RatePreview(t, new ChangeWords(t, currency, names), currency).of(found, fields);
        }
    }

    private List<Field> fields(PricingRulesBody body) {
        return new ArrayList<>(List.of(
                field("seasons", body.seasons()),
                field("weekdays", body.weekdays()),
                field("occupancy", body.occupancy()),
                field("leadTime", body.leadTime())));
    }

    private static List<Field> fields(RateCardBody body) {
        return new ArrayList<>(List.of(
                new Field("base", "number", Long.toString(body.base())),
                new Field("min", "number", Long.toString(body.min())),
                new Field("max", "number", Long.toString(body.max()))));
    }

    private Field field(String name, @Nullable Object value) {
        try {
            return new Field(name, "json", json.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
