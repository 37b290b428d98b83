package io.jari.console.revenue;

import io.jari.console.revenue.InventoryPage.Field;
import io.jari.console.revenue.InventoryPage.Moved;
import io.jari.console.revenue.InventoryPage.Preview;
import io.jari.page.Texts;
import io.jari.rate.NightChange;
import io.jari.rate.RateChangeBody;
import io.jari.rate.Repricing;
import java.util.ArrayList;
import java.util.List;

/** What a change of prices would do, to be looked at before it is made. */
final class RatePreview {
    private static final int MOST_SHOWN = 60;

    private final Texts t;
    private final ChangeWords words;
    private final String currency;

    RatePreview(Texts t, ChangeWords words, String currency) {
        this.t = t;
        this.words = words;
        this.currency = currency;
    }

    Preview of(RateChangeBody asked, Repricing found) {
        return of(found, fields(asked, found));
    }

    /** @param fields of the request that makes the change */
    Preview of(Repricing found, List<Field> fields) {
        return new Preview(
                t.count("revenue.preview.nights", found.count()),
                found.count(),
                Math.max(0, found.count() - MOST_SHOWN),
                found.confirmationNeeded(),
                found.nights().stream().limit(MOST_SHOWN).map(this::moved).toList(),
                fields);
    }

    private Moved moved(NightChange night) {
        return new Moved(
                t.shortDate(night.date()),
                words.type(night.roomTypeID()),
                t.money(night.priceBefore(), currency),
                night.priceMoves() ? t.money(night.priceAfter(), currency) : "",
                night.stopSaleAfter() == null
                        ? ""
                        : t.say(night.stopSaleAfter() ? "revenue.change.stop" : "revenue.change.open"));
    }

    private static List<Field> fields(RateChangeBody asked, Repricing found) {
        var fields = new ArrayList<Field>();
        asked.roomTypeIDs().forEach(id -> fields.add(new Field("roomTypeIDs[]", "text", id)));
        fields.add(new Field("startDate", "text", asked.startDate().toString()));
        fields.add(new Field("endDate", "text", asked.endDate().toString()));
        var weekdays = asked.weekdays();
        if (weekdays != null) {
            weekdays.forEach(day -> fields.add(new Field("weekdays[]", "text", day.name())));
        }
        if (asked.rate() != null) {
            fields.add(new Field("rate", "number", asked.rate().toString()));
        }
        if (asked.factor() != null) {
            fields.add(new Field("factor", "number", asked.factor().toPlainString()));
        }
        if (asked.clear() != null) {
            fields.add(new Field("clear", "boolean", asked.clear().toString()));
        }
        if (asked.stopSale() != null) {
            fields.add(new Field("stopSale", "boolean", asked.stopSale().toString()));
        }
        if (found.confirmationNeeded()) {
            fields.add(new Field("confirmation", "text", found.confirmation()));
        }
        return fields;
    }
}
