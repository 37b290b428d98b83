package io.jari.rate;

import io.jari.core.price.Checked;
import io.jari.core.price.RateCard;
import io.jari.http.Versions;
import org.jspecify.annotations.Nullable;

/** Another base rate or other bounds for a room type. */
record CardPlan(int roomTypeId, @Nullable String ifMatch, RateCardBody asked) implements Plan {

    @Override
    public RateEdit edit(Situation situation) {
        var type = situation.known(roomTypeId);
        Versions.require(ifMatch, RateChangeStore.roomTypeVersion(situation.handle(), situation.hotelId(), roomTypeId));
        return switch (asked.check(type.card())) {
            case Checked.Valid<RateCard> _ -> new RateEdit.Card(roomTypeId, RateCardBody.of(type.card()), asked);
            case Checked.Invalid<RateCard>(var flaws) -> throw RulesPlan.refused(flaws);
        };
    }
}
