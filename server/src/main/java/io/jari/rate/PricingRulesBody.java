package io.jari.rate;

import io.jari.core.price.Checked;
import io.jari.core.price.PricingRules;
import io.jari.core.price.Season;
import io.jari.core.price.Step;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Pricing rules as they are sent and stored; what is left out does not move prices. */
@Schema(name = "PricingRules", examples = """
        {"seasons": [{"from": "2027-07-20", "to": "2027-08-20", "factor": 1.4, "name": "성수기"}],
         "weekdays": [1, 1, 1, 1, 1.15, 1.3, 1],
         "occupancy": [{"from": 70, "factor": 1.1}, {"from": 90, "factor": 1.25}],
         "leadTime": [{"from": 0, "factor": 1.05}, {"from": 3, "factor": 1}, {"from": 60, "factor": 0.9}]}""")
public record PricingRulesBody(
        @Schema(description = "The last that contains a night counts") @Nullable @Size(max = PricingRules.MAX_SEASONS)
        List<@NotNull @Valid SeasonBody> seasons,

        @Schema(description = "Seven factors, Monday first") @Nullable @Size(min = 7, max = 7)
        List<@NotNull BigDecimal> weekdays,

        @Schema(description = "By percent of the room type sold") @Nullable @Size(max = PricingRules.MAX_STEPS)
        List<@NotNull @Valid StepBody> occupancy,

        @Schema(description = "By days ahead") @Nullable @Size(max = PricingRules.MAX_STEPS)
        List<@NotNull @Valid StepBody> leadTime) {

    /** Nights in [from, to) with a factor of their own. */
    @Schema(name = "Season")
    public record SeasonBody(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull BigDecimal factor,
            @NotNull String name) {}

    /** A factor from a value up to the next step. */
    @Schema(name = "PriceStep")
    public record StepBody(int from, @NotNull BigDecimal factor) {}

    static PricingRulesBody of(PricingRules rules) {
        return new PricingRulesBody(
                rules.seasons().stream()
                        .map(season -> new SeasonBody(season.from(), season.to(), season.factor(), season.name()))
                        .toList(),
                rules.weekdays(),
                steps(rules.occupancy()),
                steps(rules.leadTime()));
    }

    private static List<StepBody> steps(List<Step> steps) {
        return steps.stream()
                .map(step -> new StepBody(step.from(), step.factor()))
                .toList();
    }

    Checked<PricingRules> check() {
        return PricingRules.check(
                orNone(seasons).stream()
                        .map(season -> new Season(season.from, season.to, season.factor, season.name))
                        .toList(),
                weekdays == null ? PricingRules.NONE.weekdays() : weekdays,
                coreSteps(occupancy),
                coreSteps(leadTime));
    }

    private static List<Step> coreSteps(@Nullable List<StepBody> steps) {
        return orNone(steps).stream()
                .map(step -> new Step(step.from, step.factor))
                .toList();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
