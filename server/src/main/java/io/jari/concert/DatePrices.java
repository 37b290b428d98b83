package io.jari.concert;

import io.jari.http.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What seats cost from now on. */
@Schema(name = "DatePrices")
record DatePrices(
        @Schema(description = "Minor units, of each category", examples = "{\"VIP\": 198000, \"R\": 165000}")
        @NotNull
        @Size(max = PlanReading.MOST_CATEGORIES)
        Map<@NotBlank String, @NotNull @Min(1) @Max(MOST) Long> prices) {
    static final long MOST = 1_000_000_000_000L;

    /** The prices in the order of the categories; 400 when they are not those of just these categories. */
    static List<Long> inOrder(Map<String, Long> prices, List<String> categories) {
        var unknown = new HashSet<>(prices.keySet());
        categories.forEach(unknown::remove);
        var problem = Problem.of(400, "invalid-request", "The request is not valid");
        unknown.forEach(name -> problem.flaw(pointer(name), "there is no such category"));
        var missing =
                categories.stream().filter(name -> !prices.containsKey(name)).toList();
        missing.forEach(name -> problem.flaw(pointer(name), "this category's price is missing"));
        if (!unknown.isEmpty() || !missing.isEmpty()) {
            throw problem.exception();
        }
        return categories.stream().map(prices::get).toList();
    }

    private static String pointer(String name) {
        return "/prices/" + name.replace("~", "~0").replace("/", "~1");
    }
}
