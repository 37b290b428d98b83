package io.jari.rate;

import io.jari.core.price.Checked;
import io.jari.core.price.PricingRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What those look at who are about to change prices; nothing is written. */
@ApplicationScoped
public class PriceLook {
    private final RateChanges rates;

    PriceLook(RateChanges rates) {
        this.rates = rates;
    }

    /** What a change of single nights would do; a problem where it cannot be made. */
    public Repricing preview(int hotelId, RateChangeBody asked) {
        return rates.preview(hotelId, new NightsPlan(asked));
    }

    public Repricing preview(int hotelId, @Nullable String ifMatch, PricingRulesBody asked) {
        return rates.preview(hotelId, new RulesPlan(ifMatch, asked));
    }

    public Repricing preview(int hotelId, int roomTypeId, @Nullable String ifMatch, RateCardBody asked) {
        return rates.preview(hotelId, new CardPlan(roomTypeId, ifMatch, asked));
    }

    public Versioned<PricingRulesBody> rules(int hotelId) {
        return rates.rules(hotelId);
    }

    public Versioned<RateCardBody> card(int hotelId, int roomTypeId) {
        return rates.card(hotelId, roomTypeId);
    }

    /** What nights of [start, end) cost as things are. */
    public PriceCurve curve(int hotelId, int roomTypeId, LocalDate start, LocalDate end, List<Integer> occupancies) {
        return rates.looking(hotelId, situation -> PriceCurve.of(situation, roomTypeId, start, end, occupancies));
    }

    /** What they would cost under other rules; as things are where there could be no such rules. */
    public PriceCurve curve(
            int hotelId,
            int roomTypeId,
            LocalDate start,
            LocalDate end,
            List<Integer> occupancies,
            PricingRulesBody rules) {
        return rates.looking(
                hotelId, situation -> PriceCurve.of(under(situation, rules), roomTypeId, start, end, occupancies));
    }

    private static Situation under(Situation situation, PricingRulesBody asked) {
        return switch (asked.check()) {
            case Checked.Invalid<PricingRules> _ -> situation;
            case Checked.Valid<PricingRules>(var rules) ->
                situation.with(new RateEdit.Rules(situation.tariff().rules(), rules).on(situation.tariff()));
        };
    }

    /** The latest changes. */
    public List<RateChange> recent(int hotelId, int limit) {
        return rates.page(hotelId, Long.MAX_VALUE, limit);
    }

    /** A change and the nights it altered, or 404. */
    public RateChangeDetails change(int hotelId, int changeId) {
        return RateChangeDetails.of(rates.find(hotelId, changeId), rates.altered(hotelId, changeId));
    }
}
