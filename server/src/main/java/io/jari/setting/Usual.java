package io.jari.setting;

import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;

/** Settings as they are where nobody sets them: for what works upon the database without a server. */
public final class Usual {
    private Usual() {}

    public static <T> T of(Class<T> settings) {
        return with(settings, Map.of());
    }

    /** @param instead values by the method's name, as text */
    public static <T> T with(Class<T> settings, Map<String, String> instead) {
        var made = Proxy.newProxyInstance(
                settings.getClassLoader(), new Class<?>[] {settings}, (_, method, _) -> value(method, instead));
        return settings.cast(made);
    }

    private static Object value(Method method, Map<String, String> instead) {
        var usual = method.getAnnotation(WithDefault.class);
        if (method.getReturnType() == Optional.class) {
            return Optional.ofNullable(instead.get(method.getName()));
        }
        if (usual == null) {
            throw new IllegalStateException(method + " has no usual value");
        }
        var text = instead.getOrDefault(method.getName(), usual.value());
        return method.getReturnType() == int.class ? (Object) Integer.valueOf(text) : text;
    }
}
