package io.jari.http;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds which parameter of the address can't be what the endpoint declares; the framework does not tell. */
final class ParameterFlaw {
    private ParameterFlaw() {}

    static Optional<Problem.Flaw> find(@Nullable Method endpoint, UriInfo address) {
        return endpoint == null
                ? Optional.empty()
                : Stream.of(endpoint.getParameters())
                        .flatMap(parameter -> check(parameter, address).stream())
                        .findFirst();
    }

    /** What the caller calls this parameter, or empty where it is the body. */
    static Optional<String> name(Parameter parameter) {
        var query = parameter.getAnnotation(QueryParam.class);
        var path = parameter.getAnnotation(PathParam.class);
        return Optional.ofNullable(query == null ? path == null ? null : path.value() : query.value());
    }

    private static Optional<Problem.Flaw> check(Parameter parameter, UriInfo address) {
        return name(parameter)
                .filter(name ->
                        values(name, parameter, address).stream().anyMatch(value -> !fits(value, parameter.getType())))
                .map(name -> new Problem.Flaw(name, "must be " + JsonFlaw.inWords(parameter.getType())));
    }

    private static List<String> values(String name, Parameter parameter, UriInfo address) {
        var all = parameter.isAnnotationPresent(QueryParam.class)
                ? address.getQueryParameters()
                : address.getPathParameters();
        return all.getOrDefault(name, List.of());
    }

    @SuppressWarnings({"CheckReturnValue", "ReturnValueIgnored"})
    private static boolean fits(String value, Class<?> type) {
        try {
            if (type == LocalDate.class) {
                TimeText.date(value);
            } else if (type == Instant.class) {
                TimeText.instant(value);
            } else if (type == int.class || type == Integer.class) {
                Integer.parseInt(value);
            } else if (type == long.class || type == Long.class) {
                Long.parseLong(value);
            } else if (type.isEnum()) {
                return Stream.of(type.getEnumConstants())
                        .anyMatch(constant -> constant.toString().equals(value));
            }
            return true;
        } catch (DateTimeException | NumberFormatException e) {
            return false;
        }
    }
}
