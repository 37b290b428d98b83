package io.jari.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a change altered, as the journal keeps it: each field's value before and after. */
@ApplicationScoped
public class Difference {
    /** Of what is still there, and no longer open to anybody. */
    public static final String CLOSED = of("closed", false, true);

    private final ObjectMapper mapper;

    public Difference(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Of one field that is true or false. */
    public static String of(String field, boolean before, boolean after) {
        return "{\"" + field + "\": {\"before\": " + before + ", \"after\": " + after + "}}";
    }

    /** The fields that differ. */
    public String between(Object before, Object after) {
        var then = mapper.valueToTree(before);
        var now = mapper.valueToTree(after);
        var altered = new LinkedHashMap<String, Object>();
        now.fieldNames().forEachRemaining(field -> {
            if (!Objects.equals(then.get(field), now.get(field))) {
                altered.put(field, Map.of("before", then.get(field), "after", now.get(field)));
            }
        });
        return text(altered);
    }

    /** The whole of it. */
    public String text(Object value) {
        return mapper.valueToTree(value).toString();
    }
}
