package io.jari.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads dates and times in addresses as strictly as in bodies. */
@Provider
public final class TimeParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type == LocalDate.class) {
            return (ParamConverter<T>) new Converter<>(TimeText::date);
        }
        return type == Instant.class ? (ParamConverter<T>) new Converter<>(TimeText::instant) : null;
    }

    private record Converter<T>(Function<String, T> parser) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            return parser.apply(text);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
