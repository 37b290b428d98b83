package io.jari.rate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jari.core.price.Checked;
import io.jari.core.price.PricingRules;

/** Pricing rules and changes as the database keeps them; its own mapper, because settings of the API must not alter what is stored. */
final class RulesJson {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RulesJson() {}

    static PricingRules read(String json) {
        return switch (read(json, PricingRulesBody.class).check()) {
            case Checked.Valid<PricingRules>(var rules) -> rules;
            case Checked.Invalid<PricingRules>(var flaws) -> throw new IllegalStateException("stored rules: " + flaws);
        };
    }

    static String write(PricingRules rules) {
        return write(PricingRulesBody.of(rules));
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored " + type.getSimpleName(), e);
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not to be stored: " + value, e);
        }
    }
}
