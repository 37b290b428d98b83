package io.jari.rate;

import io.jari.core.price.Checked;
import io.jari.core.price.PricingRules;
import io.jari.core.price.Season;
import io.jari.core.price.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Pricing rules as they are sent and stored; what is left out does not move prices. */
@Schema(name = "PricingRules", examples = """
                {"seasons": [{"from": "2027-07-20", "to": "2027-08-20", "factor": 1.4, "name": "성수기"}],
                 "weekdays": [1, 1, 1, 1, 1.15, 1.3, 1],
                 "occupancy": [{"from": 70, "factor": 1.1}, {"from": 90, "factor": 1.25}],
                 "leadTime": [{"from": 0, "factor": 1.05}, {"from": 3, "factor": 1}, {"from": 60, "factor": 0.9}]}""")
record PricingRulesBody(
        @Schema(description = "The last that contains a night counts; to is the first night after it")
        List<Season> seasons,

        @Schema(description = "Seven factors, Monday first") List<BigDecimal> weekdays,

        @Schema(description = "By percent of the room type sold")
        List<Step> occupancy,

        @Schema(description = "By days ahead") List<Step> leadTime) {

    @SuppressWarnings("NullAway") // Jackson gives null for what is left out
    PricingRulesBody {
        seasons = Objects.requireNonNullElse(seasons, List.of());
        weekdays = Objects.requireNonNullElse(weekdays, PricingRules.NONE.weekdays());
        occupancy = Objects.requireNonNullElse(occupancy, List.of());
        leadTime = Objects.requireNonNullElse(leadTime, List.of());
    }

    static PricingRulesBody of(PricingRules rules) {
        return new PricingRulesBody(rules.seasons(), rules.weekdays(), rules.occupancy(), rules.leadTime());
    }

    static PricingRules of(PricingRulesBody body) {
        return new PricingRules(body.seasons, body.weekdays, body.occupancy, body.leadTime);
    }

    Checked<PricingRules> check() {
        return PricingRules.check(seasons, weekdays, occupancy, leadTime);
    }
}
