package io.jari.console.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.account.Colleagues;
import io.jari.audit.AuditEntry;
import io.jari.console.house.JournalPage.Part;
import io.jari.console.house.JournalPage.Row;
import io.jari.page.Texts;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries of the journal as people read them. */
@Singleton
class JournalRows {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int SHOWN = 4;
    private static final int MOST_LETTERS = 160;
    private final Colleagues colleagues;
    private final Places places;
    private final ObjectMapper mapper;

    JournalRows(Colleagues colleagues, Places places, ObjectMapper mapper) {
        this.colleagues = colleagues;
        this.places = places;
        this.mapper = mapper;
    }

    List<Row> of(Texts t, List<AuditEntry> entries, ZoneId zone) {
        var names = colleagues.names(entries.stream()
                .flatMap(e -> Stream.of(e.actor(), e.subject()))
                .distinct()
                .toList());
        var wheres = new HashMap<String, String>();
        return entries.stream()
                .map(e ->
                        row(t, e, zone, names, wheres.computeIfAbsent(e.partition(), partition -> where(t, partition))))
                .toList();
    }

    private Row row(Texts t, AuditEntry e, ZoneId zone, Map<String, String> names, String where) {
        var parts = parts(t, e.body());
        var shown = Math.min(parts.size(), SHOWN);
        return new Row(
                SECOND.format(e.at().atZone(zone)),
                names.getOrDefault(e.actor(), actor(t, e.actor())),
                e.actor(),
                Deeds.words(t, e.action()),
                e.action(),
                where,
                subject(e, names),
                parts.subList(0, shown),
                parts.subList(shown, parts.size()));
    }

    /** What is said by the place already is not said again. */
    private static String subject(AuditEntry e, Map<String, String> names) {
        if (e.partition().endsWith(":" + e.subject())) {
            return "";
        }
        var name = names.get(e.subject());
        return name == null ? e.subject() : name + " (" + e.subject() + ")";
    }

    private static String actor(Texts t, String actor) {
        var key = "actor." + (actor.startsWith("account:") ? "account" : actor);
        return t.has(key) ? t.say(key) : actor;
    }

    private String where(Texts t, String partition) {
        var colon = partition.indexOf(':');
        var kind = partition.substring(0, colon);
        return switch (kind) {
            case "hotel", "concert" ->
                Places.parse(kind + "-" + partition.substring(colon + 1))
                        .map(scope -> places.name(t, scope))
                        .orElse(partition);
            default -> t.say("house.where." + kind, partition.substring(colon + 1));
        };
    }

    private List<Part> parts(Texts t, @Nullable String body) {
        if (body == null) {
            return List.of();
        }
        try {
            var parts = new ArrayList<Part>();
            mapper.readTree(body).properties().forEach(e -> parts.add(new Part(e.getKey(), value(t, e.getValue()))));
            return parts;
        } catch (JsonProcessingException _) {
            return List.of(new Part("", shortened(body)));
        }
    }

    private static String value(Texts t, JsonNode value) {
        return value.isObject() && value.size() == 2 && value.has("before") && value.has("after")
                ? text(t, value.get("before")) + " → " + text(t, value.get("after"))
                : text(t, value);
    }

    private static String text(Texts t, JsonNode value) {
        if (value.isNull() || (value.isTextual() && value.asText().isEmpty())) {
            return t.say("house.journal.nothing");
        }
        return shortened(value.isTextual() ? value.asText() : value.toString());
    }

    private static String shortened(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "…";
    }
}
