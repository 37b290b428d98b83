package io.jari.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the records of requests and answers really hold. In answers all is there, except null where {@link JsonInclude} leaves it out; in
 * requests all may be left out that may be null.
 */
final class Bodies {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final IndexView index;
    private final OpenAPI document;
    private final Map<String, Schema> schemas;
    private final Set<String> asked = new HashSet<>();

    Bodies(IndexView index, OpenAPI document) {
        this.index = index;
        this.document = document;
        this.schemas = document.getComponents().getSchemas();
    }

    void complete() {
        Endpoints.operations(document)
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> SchemaWalk.of(operation.getRequestBody().getContent()))
                .forEach(this::ask);
        var records = records();
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null && records.containsKey(name)) {
                complete(schema, records.get(name), asked.contains(name));
            }
        });
    }

    private void ask(Schema body) {
        SchemaWalk.within(body, schema -> {
            @Nullable String name = SchemaWalk.name(schema);
            if (name != null && asked.add(name) && schemas.containsKey(name)) {
                ask(schemas.get(name));
            }
        });
    }

    /** The records by the names of their schemas; one that was given its name goes before one that is merely called so. */
    private Map<String, ClassInfo> records() {
        var found = new HashMap<String, ClassInfo>();
        for (var isGiven : new boolean[] {false, true}) {
            var known = new HashMap<String, ClassInfo>();
            index.getKnownClasses().stream()
                    .filter(type -> type.isRecord() && (givenName(type) != null) == isGiven)
                    .filter(type -> isOf(schemas.get(name(type)), type))
                    .forEach(type -> {
                        var other = known.put(name(type), type);
                        if (other != null && !other.name().equals(type.name())) {
                            throw new IllegalStateException(
                                    "@Schema must give these names of their own: " + other + ", " + type);
                        }
                    });
            found.putAll(known);
        }
        return found;
    }

    /** Whether all that the schema names is of the record: a part, or a method that is told of. */
    private boolean isOf(@Nullable Schema schema, ClassInfo type) {
        if (schema == null || schema.getProperties() == null) {
            return false;
        }
        var parts = fields(type).map(Bodies::property).toList();
        return schema.getProperties().keySet().stream()
                .allMatch(name -> parts.contains(name) || type.firstMethod(name) != null);
    }

    private static String name(ClassInfo type) {
        var given = givenName(type);
        return given == null ? type.simpleName() : given;
    }

    private static @Nullable String givenName(ClassInfo type) {
        var annotation = type.declaredAnnotation(SCHEMA);
        return annotation == null || annotation.value("name") == null
                ? null
                : annotation.value("name").asString();
    }

    /** The parts of a record as JSON has them. */
    private Stream<FieldInfo> fields(ClassInfo type) {
        return type.recordComponentsInDeclarationOrder().stream()
                .map(component -> type.field(component.name()))
                .filter(field -> !field.hasAnnotation(JsonIgnore.class))
                .flatMap(field -> field.hasAnnotation(JsonUnwrapped.class)
                        ? fields(index.getClassByName(field.type().name()))
                        : Stream.of(field));
    }

    private static String property(FieldInfo field) {
        var named = field.annotation(JsonProperty.class);
        return named == null || named.value() == null
                ? field.name()
                : named.value().asString();
    }

    private void complete(Schema schema, ClassInfo type, boolean isAsked) {
        var properties = new LinkedHashMap<String, Schema>();
        var required = new ArrayList<String>();
        for (var field : fields(type).toList()) {
            var name = property(field);
            var isNullable = field.type().hasAnnotation(NULLABLE);
            var isLeftOut = isNullable && (leavesOutNull(field) || isAsked);
            var given = schema.getRequired() != null && schema.getRequired().contains(name);
            if (isAsked ? given || field.type().kind() == Type.Kind.PRIMITIVE : !isLeftOut) {
                required.add(name);
            }
            var property = written(told(schema, field), field);
            properties.put(name, isNullable && (isAsked || !isLeftOut) ? nullable(property) : property);
        }
        schema.getProperties().forEach((name, property) -> {
            if (properties.putIfAbsent(name, property) == null && !isAsked) {
                required.add(name); // a method of the record, which always gives something
            }
        });
        schema.setProperties(properties);
        schema.setRequired(required.isEmpty() ? null : required);
    }

    /** A part of what is unwrapped, called as that is itself, is lost on the way: it is told by its own record. */
    private Schema told(Schema schema, FieldInfo field) {
        var name = property(field);
        var property = schema.getProperties().get(name);
        return property != null
                ? property
                : requireNonNull(requireNonNull(schemas.get(name(field.declaringClass())))
                        .getProperties()
                        .get(name));
    }

    private static boolean leavesOutNull(FieldInfo field) {
        return Stream.of(
                        field.annotation(JsonInclude.class),
                        field.declaringClass().declaredAnnotation(JsonInclude.class))
                .anyMatch(include -> include != null && include.value().asEnum().equals("NON_NULL"));
    }

    private static Schema written(Schema property, FieldInfo field) {
        var format = field.annotation(JsonFormat.class);
        if (format != null
                && format.value("shape") != null
                && format.value("shape").asEnum().equals("STRING")) {
            property.setType(List.of(SchemaType.STRING));
            property.setFormat(null);
        }
        return property;
    }

    private static Schema nullable(Schema property) {
        if (property.getRef() != null) {
            var ref = property.getRef();
            property.setRef(null);
            property.setType(null);
            property.setAnyOf(List.of(
                    OASFactory.createSchema().ref(ref),
                    OASFactory.createSchema().type(List.of(SchemaType.NULL))));
        } else if (property.getType() != null && !property.getType().contains(SchemaType.NULL)) {
            property.setType(List.of(property.getType().getFirst(), SchemaType.NULL));
            if (property.getEnumeration() != null) {
                var words = new ArrayList<>(property.getEnumeration());
                words.add(null);
                property.setEnumeration(words);
            }
        }
        return property;
    }
}
