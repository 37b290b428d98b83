package io.jari.rate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an edit of rules or of a card is kept: what was asked for, and what was before. */
final class RecordedEdit {
    private RecordedEdit() {}

    /** A card as kept. */
    record Card(String roomTypeID, RateCardBody card) {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> change(RateEdit edit, @Nullable Object asked) {
        var kept = switch (edit) {
            case RateEdit.Nights _ -> asked == null ? Map.of() : asked;
            case RateEdit.Rules rules -> PricingRulesBody.of(rules.after());
            case RateEdit.Card card -> new Card(Integer.toString(card.roomTypeId()), card.after());
        };
        return RulesJson.MAPPER.convertValue(kept, Map.class);
    }

    static @Nullable String before(RateEdit edit) {
        return switch (edit) {
            case RateEdit.Nights _ -> null;
            case RateEdit.Rules rules -> RulesJson.write(rules.before());
            case RateEdit.Card card -> RulesJson.write(new Card(Integer.toString(card.roomTypeId()), card.before()));
        };
    }

    static RateEdit of(RateChange change, String before) {
        var after = RulesJson.write(change.change());
        if (change.kind().equals("rules")) {
            return new RateEdit.Rules(RulesJson.read(before), RulesJson.read(after));
        }
        var card = RulesJson.read(after, Card.class);
        return new RateEdit.Card(
                Integer.parseInt(card.roomTypeID()),
                RulesJson.read(before, Card.class).card(),
                card.card());
    }
}
