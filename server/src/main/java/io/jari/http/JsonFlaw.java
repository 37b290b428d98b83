package io.jari.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in the caller's words what Jackson holds against a body, and where. */
final class JsonFlaw {
    private JsonFlaw() {}

    static Problem.Flaw of(JacksonException error) {
        return switch (error) {
            case UnrecognizedPropertyException e -> new Problem.Flaw(pointer(e), "there is no such field");
            case ValueInstantiationException e -> new Problem.Flaw(pointer(e), reason(e));
            case MismatchedInputException e -> new Problem.Flaw(pointer(e), expected(e));
            case JsonMappingException e
            when e.getCause() instanceof InputCoercionException cause ->
                new Problem.Flaw(pointer(e), "must be " + inWords(cause.getTargetType()));
            case JsonMappingException e -> new Problem.Flaw(pointer(e), syntax(e.getLocation()));
            default -> new Problem.Flaw("", syntax(error.getLocation()));
        };
    }

    private static String pointer(JsonMappingException error) {
        var pointer = new StringBuilder();
        for (var step : error.getPath()) {
            var name = step.getFieldName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escape(name));
        }
        return pointer.toString();
    }

    /** As RFC 6901 wants it. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Our own records explain themselves; of others' exceptions nothing is told. */
    private static String reason(ValueInstantiationException error) {
        return error.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null
                ? cause.getMessage()
                : "this value is not possible";
    }

    private static String expected(MismatchedInputException error) {
        @Nullable Class<?> type = error.getTargetType();
        if (type == null) {
            return "a value is missing or has the wrong type";
        }
        return "must be " + inWords(type);
    }

    static String inWords(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == String.class) {
            return "text without control character zero";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number within its range";
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "a date that exists, like 2026-01-31";
        }
        if (type == LocalTime.class) {
            return "a time of day, like 15:00";
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "a moment, like 2026-01-31T12:00:00Z";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "of another type";
    }

    private static String syntax(@Nullable JsonLocation place) {
        return place == null
                ? "this is not JSON"
                : "this is not JSON: line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }
}
