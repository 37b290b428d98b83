package io.jari.web;

import io.jari.concert.ConcertDate;
import io.jari.concert.DateTerms;
import io.jari.core.money.Money;
import io.jari.page.Texts;
import io.jari.web.DatePage.MapView;
import io.quarkus.qute.RawString;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** What the map of a hall needs beside its module {@code seat-map.js}. */
final class HallMap {
    private static final List<String> WORDS =
            List.of("free", "taken", "chosen", "isTaken", "gone", "near", "sum", "none", "remove");
    private static final List<String> MARKS = List.of("wheelchair", "companion", "restricted_view");

    private HallMap() {}

    static MapView of(Texts t, DateTerms terms, SeatChoice choice, SeatBlocks.Free free) {
        return new MapView(
                Integer.toString(terms.dateId()),
                ConcertDate.planURL(terms.concertId(), terms.dateId(), terms.planHash()),
                "/v1" + Links.date(terms) + "/seats",
                terms.mostSeats(),
                SeatChoice.freshKey(),
                words(t, terms),
                choice.seats().stream()
                        .filter(seat -> seat < terms.seats().size() && free.is(seat))
                        .toList());
    }

    private static RawString words(Texts t, DateTerms terms) {
        var words = new JsonObject();
        // Places are filled in by the module.
        WORDS.forEach(name -> words.put(name, t.say("map." + name, "{0}", "{1}")));
        var marks = new JsonObject();
        MARKS.forEach(mark -> marks.put(mark, t.say("seats.mark." + mark)));
        words.put("marks", marks)
                .put("seat", t.say("seat.name", "{0}", "{1}", "{2}"))
                .put("left", t.say("seats.left.other", "{0}"))
                .put("leftOne", t.say("seats.left.one", "{0}"))
                .put("soldOut", t.say("sale.sold_out"))
                .put("limit", t.count("seats.limit", terms.mostSeats()));
        money(t, terms.currency(), words);
        return new RawString(words.encode().replace("<", "\\u003c"));
    }

    /** How an amount is written, around its digits. */
    private static void money(Texts t, String currency, JsonObject words) {
        var nothing = Money.of(0, currency);
        var digits = nothing.major().toPlainString();
        var written = nothing.format(t.language().locale());
        var at = written.indexOf(digits);
        if (at < 0) {
            throw new IllegalStateException(String.format(Locale.ROOT, "%s is written %s", currency, written));
        }
        words.put("before", written.substring(0, at))
                .put("after", written.substring(at + digits.length()))
                .put("decimals", nothing.major().scale());
    }
}
