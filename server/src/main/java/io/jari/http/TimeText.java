package io.jari.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads dates and times from text alone, in years with four digits; Jackson's own reader also takes numbers and lists. */
final class TimeText<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;
    private static final int LAST_YEAR = 9_999;
    private final transient Function<String, T> parser;

    private TimeText(Class<T> type, Function<String, T> parser) {
        super(type);
        this.parser = parser;
    }

    static SimpleModule module() {
        return new SimpleModule("jari-time")
                .addDeserializer(LocalDate.class, new TimeText<>(LocalDate.class, TimeText::date))
                .addDeserializer(LocalTime.class, new TimeText<>(LocalTime.class, LocalTime::parse))
                .addDeserializer(Instant.class, new TimeText<>(Instant.class, TimeText::instant));
    }

    /** A date as people write it: 2026-01-31. */
    static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        checkYear(date.getYear());
        return date;
    }

    static Instant instant(String text) {
        var moment = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        checkYear(moment.getYear());
        return moment.toInstant();
    }

    private static void checkYear(int year) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("the year must have four digits");
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(handledType(), json);
        }
        try {
            return parser.apply(json.getText());
        } catch (DateTimeException e) {
            return (T) context.handleWeirdStringValue(handledType(), json.getText(), "not a date or time");
        }
    }
}
