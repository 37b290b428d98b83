package io.jari.rate;

import io.jari.core.price.Checked;
import io.jari.core.price.PricingRules;
import io.jari.http.Problem;
import io.jari.http.Versions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other pricing rules for a hotel. */
record RulesPlan(@Nullable String ifMatch, PricingRulesBody asked) implements Plan {

    @Override
    public RateEdit edit(Situation situation) {
        Versions.require(ifMatch, RateChangeStore.pricingVersion(situation.handle(), situation.hotelId()));
        return switch (asked.check()) {
            case Checked.Valid<PricingRules>(var rules) ->
                new RateEdit.Rules(situation.tariff().rules(), rules);
            case Checked.Invalid<PricingRules>(var flaws) -> throw refused(flaws);
        };
    }

    static Problem refused(List<Checked.Flaw> flaws) {
        var first = flaws.getFirst();
        var problem = Problem.invalid("/" + first.field(), first.reason());
        flaws.stream().skip(1).forEach(flaw -> problem.flaw("/" + flaw.field(), flaw.reason()));
        return problem.exception();
    }
}
