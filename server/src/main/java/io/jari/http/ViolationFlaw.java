package io.jari.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Says where in the request a broken constraint lies: a JSON pointer into the body, or the name of a parameter. */
final class ViolationFlaw {
    private ViolationFlaw() {}

    static boolean ofAnswer(ConstraintViolation<?> violation) {
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    static Problem.Flaw of(ConstraintViolation<?> violation, @Nullable Method endpoint) {
        var pointer = new StringBuilder();
        for (var node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case PARAMETER -> pointer.append(parameter(node.as(Path.ParameterNode.class), endpoint));
                case PROPERTY, CONTAINER_ELEMENT -> append(node, pointer);
                case METHOD, CONSTRUCTOR, BEAN, CROSS_PARAMETER, RETURN_VALUE -> {}
            }
        }
        return new Problem.Flaw(pointer.toString(), violation.getMessage());
    }

    private static String parameter(Path.ParameterNode node, @Nullable Method endpoint) {
        return endpoint == null
                ? ""
                : ParameterFlaw.name(endpoint.getParameters()[node.getParameterIndex()])
                        .orElse("");
    }

    private static void append(Path.Node node, StringBuilder pointer) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(JsonFlaw.escape(node.getKey().toString()));
        }
        if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
            pointer.append('/').append(JsonFlaw.escape(node.getName()));
        }
    }
}
