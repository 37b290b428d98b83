package io.jari.nonsense;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values as their schemas want them; for a name that a thing knows, mostly what it knows. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern CHOICE = Pattern.compile("[\\w|]+");
    private static final Set<String> OWN = Set.of(
            "now",
            "offset",
            "email",
            "amount",
            "prices",
            "seatIDs",
            "number",
            "code",
            "scope",
            "startsAt",
            "opensAt",
            "saleOpensAt",
            "saleClosesAt",
            "refundsUntil",
            "offer",
            "token");
    private static final List<List<String>> EXCLUSIVE = List.of(
            List.of("reservationID", "holdID", "chargeID"),
            List.of("seatIDs", "bestAvailable"),
            List.of("now", "offset"),
            List.of("rate", "factor", "clear"));
    private static final long MUCH = 2_000_000;
    private static final String PLURAL_ID = "IDs";

    private static final List<String> ROLES = List.of("desk", "revenue", "manager", "organiser", "door");

    private final Operations operations;
    private final JsonNode plan;
    private final Random random;

    /** @param plan what the API takes without saying how it looks: the plan of a hall */
    Values(Operations operations, JsonNode plan, Random random) {
        this.operations = operations;
        this.plan = plan;
        this.random = random;
    }

    /** What goes together is chosen together: a stay has an end after its start. */
    Thing withDays(Thing thing) {
        if (thing.words().containsKey("startDate") && thing.words().containsKey("endDate") && random.nextInt(3) > 0) {
            return thing;
        }
        var start = today().plusDays(random.nextBoolean() ? 0 : random.nextInt(40));
        return thing.and(Map.of(
                "startDate",
                start.toString(),
                "endDate",
                start.plusDays(1 + random.nextInt(3)).toString()));
    }

    /** By its schema alone; or as the document's example, with what the thing knows and what may be there only once. */
    JsonNode body(JsonNode schema, JsonNode example, Thing thing) {
        var made = of("", schema, thing);
        if (!(example instanceof ObjectNode) || made.equals(plan) || random.nextInt(5) < 2) {
            return made;
        }
        var all = (ObjectNode) example.deepCopy();
        for (var field : made.properties()) {
            if (thing.words().containsKey(field.getKey())
                    || OWN.contains(field.getKey())
                    || Thing.isId(field.getKey())) {
                all.set(field.getKey(), field.getValue());
            }
        }
        return onlyOne(all);
    }

    JsonNode of(String name, JsonNode unresolved, Thing thing) {
        var schema = operations.resolved(unresolved);
        var known = known(name, thing);
        return switch (type(schema)) {
            case "object" -> object(schema, thing);
            case "array" -> array(name, schema, thing);
            case "integer" -> known.flatMap(Values::number).orElseGet(() -> number(name, schema));
            case "number" -> JSON.numberNode(schema.path("examples").path(0).asDouble(1 + random.nextInt(3) / 10.0));
            case "boolean" -> JSON.booleanNode(random.nextInt(name.equals("closed") ? 20 : 3) == 0);
            default -> JSON.textNode(known.orElseGet(() -> text(name, schema)));
        };
    }

    private Optional<String> known(String name, Thing thing) {
        var candidates = thing.candidates(name);
        return candidates.isEmpty() || random.nextInt(20) == 0
                ? Optional.empty()
                : Optional.of(candidates.get(random.nextInt(candidates.size())));
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isMissingNode()) {
            return schema.has("properties") ? "object" : "string";
        }
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private JsonNode object(JsonNode schema, Thing thing) {
        if (schema.has("additionalProperties")
                && schema.path("additionalProperties").isObject()) {
            return random.nextBoolean() ? schema.path("examples").path(0) : prices();
        }
        if (!schema.has("properties")) {
            return plan;
        }
        var object = JSON.objectNode();
        var generous = random.nextBoolean();
        for (var field : schema.path("properties").properties()) {
            if (isNeeded(schema, field.getKey()) || isWanted(field.getKey(), thing, generous)) {
                object.set(field.getKey(), of(field.getKey(), field.getValue(), thing));
            }
        }
        return onlyOne(object);
    }

    /** Of all categories of the plan. */
    private ObjectNode prices() {
        var prices = JSON.objectNode();
        plan.path("categories")
                .forEach(category -> prices.put(category.path("name").asText(), 10_000));
        return prices;
    }

    private static boolean isNeeded(JsonNode schema, String name) {
        return schema.path("required")
                .valueStream()
                .anyMatch(needed -> needed.asText().equals(name));
    }

    private boolean isWanted(String name, Thing thing, boolean generous) {
        return random.nextInt(10) < (thing.words().containsKey(name) || generous ? 9 : 2);
    }

    /** Of what excludes each other, one. */
    private ObjectNode onlyOne(ObjectNode object) {
        for (var names : EXCLUSIVE) {
            var given = new ArrayList<>(names.stream().filter(object::has).toList());
            if (!given.isEmpty()) {
                given.remove(random.nextInt(given.size()));
            }
            object.remove(given);
        }
        return object;
    }

    private JsonNode array(String name, JsonNode schema, Thing thing) {
        if (schema.path("examples").path(0).isArray() && !name.endsWith(PLURAL_ID)) {
            return schema.path("examples").path(0);
        }
        var array = JSON.arrayNode();
        var least = Math.max(1, schema.path("minItems").asInt());
        for (var i = 0; i < least; i++) {
            array.add(of(
                    name.endsWith(PLURAL_ID) ? name.substring(0, name.length() - 1) : name,
                    schema.path("items"),
                    thing));
        }
        return array;
    }

    private static Optional<JsonNode> number(String text) {
        try {
            return Optional.of(JSON.numberNode(Long.parseLong(text)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private JsonNode number(String name, JsonNode schema) {
        if (name.equals("amount") && random.nextBoolean()) {
            return JSON.numberNode(MUCH);
        }
        var example = schema.path("examples").path(0);
        if (example.isNumber() && random.nextInt(10) > 0) {
            return example;
        }
        var least = schema.path("minimum").asLong(1);
        var most = schema.path("maximum").asLong(Long.MAX_VALUE);
        return JSON.numberNode(Math.min(most, least + random.nextInt(4)));
    }

    /** What a schema can't say, or where its example is the same for all. */
    private String text(String name, JsonNode schema) {
        return switch (name) {
            case "email" -> UUID.randomUUID() + "@example.com";
            case "password", "currentPassword", "newPassword" -> Crowd.PASSWORD;
            case "Idempotency-Key", "number", "code" ->
                UUID.randomUUID().toString().substring(0, 12);
            case "name" -> "Nonsense " + random.nextInt(1_000);
            case "offset" -> "PT0S"; // nights that were over are not on sale again
            case "why" -> "goodwill";
            case "how" -> "cash";
            case "saleOpensAt", "now" -> moment(0);
            case "opensAt" -> moment(random.nextInt(2));
            case "refundsUntil" -> moment(10);
            case "saleClosesAt" -> moment(20);
            case "startsAt" -> moment(30);
            case "url" -> "http://127.0.0.1:9/none";
            case "scope" -> "all";
            case "currency" -> "KRW";
            case "role" -> ROLES.get(random.nextInt(ROLES.size()));
            case "types" -> "hold.sold";
            case "deviceID" -> "d".repeat(20) + random.nextInt(10, 100);
            default -> byForm(schema);
        };
    }

    private String byForm(JsonNode schema) {
        var format = schema.path("format").asText();
        var pattern = schema.path("pattern").asText();
        if (schema.path("enum").isArray()) {
            return schema.path("enum")
                    .path(random.nextInt(schema.path("enum").size()))
                    .asText();
        }
        if (format.equals("date")) {
            return today().plusDays(random.nextInt(40)).toString();
        }
        if (format.equals("date-time")) {
            return moment(random.nextInt(40));
        }
        if (pattern.contains("|") && CHOICE.matcher(pattern).matches()) {
            var choices = pattern.split("\\|", -1);
            return choices[random.nextInt(choices.length)];
        }
        if (pattern.startsWith("[1-9]")) {
            return Integer.toString(1 + random.nextInt(3));
        }
        if (pattern.startsWith("https")) {
            return "https://example.com/a.png";
        }
        if (pattern.contains("0-9")) {
            return "+82 10-1234-5678";
        }
        return schema.path("examples").path(0).asText("words " + random.nextInt(1_000));
    }

    private static String moment(int days) {
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(days, ChronoUnit.DAYS)
                .toString();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Seoul"));
    }
}
