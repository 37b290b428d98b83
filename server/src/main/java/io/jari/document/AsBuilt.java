package io.jari.document;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Serves the API's document as it was built. The framework would read it and write it anew at each start, which is an eighth of all the work
 * of a start.
 */
@Singleton
public final class AsBuilt {
    private static final String BUILT = "META-INF/quarkus-generated-openapi-doc.";

    private static final Form YAML = Form.of("YAML", "application/yaml;charset=UTF-8");
    private static final Form JSON = Form.of("JSON", "application/json;charset=UTF-8");

    private record Form(String type, Buffer text) {
        static Form of(String name, String type) {
            try (var in = Objects.requireNonNull(AsBuilt.class.getClassLoader().getResourceAsStream(BUILT + name))) {
                return new Form(type, Buffer.buffer(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Hides it from the framework, which looks with this thread's class loader and does without where there is none. */
    public static void hide() {
        var thread = Thread.currentThread();
        thread.setContextClassLoader(new ClassLoader(thread.getContextClassLoader()) {
            @Override
            public @Nullable InputStream getResourceAsStream(String name) {
                return name.startsWith(BUILT) ? null : super.getResourceAsStream(name);
            }
        });
    }

    void register(@Observes Router router) {
        router.routeWithRegex("/q/openapi(\\.json|\\.ya?ml)?").order(-1).handler(AsBuilt::answer);
    }

    private static void answer(RoutingContext context) {
        var method = context.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            context.fail(405);
            return;
        }
        var form = wanted(context);
        context.response().putHeader("Content-Type", form.type()).end(form.text());
    }

    private static Form wanted(RoutingContext context) {
        var asked = context.request().getParam("format", context.request().path());
        var accept = Objects.requireNonNullElse(context.request().getHeader("Accept"), "");
        return asked.toLowerCase(Locale.ROOT).endsWith("json") || accept.contains("json") ? JSON : YAML;
    }
}
