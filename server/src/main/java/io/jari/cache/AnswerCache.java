package io.jari.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jari.http.CookieNames;
import io.jari.http.Intake;
import io.jari.http.InternalListener;
import io.jari.http.SecurityHeaders;
import io.jari.limit.Limits;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What many ask for and all are told alike: sent from memory, on the event loop, for as long as it is true. Only guests who are not known to
 * be anybody are answered here; who kept an answer says when it is no longer to be told.
 */
@Singleton
public final class AnswerCache {
    /** Before all filters, after the seats of a date. */
    private static final int FIRST = -1_999_999;

    private static final String TAG = "ETag";
    private static final int LONGEST_KEY = 600;
    private static final int ENTRY_BYTES = 300;
    private static final int NOT_MODIFIED = 304;

    /** Whose answers are kept. By them requests are counted, as those that are answered anew. */
    private static final List<String> ADDRESSES =
            List.of("/hotels/:hotelID", "/hotels/:hotelID/room-types/:roomTypeID", "/v1/hotels/:hotelID/availability");

    private static final List<CharSequence> NEVER =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.IF_MATCH, HttpHeaders.createOptimized("X-Request-Id"));

    private final Intake intake;
    private final Limits limits;
    private final SecurityHeaders security;
    private final Instance<InternalListener> internal;
    private final Cache<Key, Answer> answers;

    /** What is no longer true and being answered anew, once for all who ask meanwhile. */
    private final ConcurrentMap<Key, CompletableFuture<Void>> anew = new ConcurrentHashMap<>();

    @Inject
    AnswerCache(
            Intake intake,
            Limits limits,
            SecurityHeaders security,
            Instance<InternalListener> internal,
            @ConfigProperty(name = "jari.answers.bytes", defaultValue = "16000000") long bytes) {
        this.intake = intake;
        this.limits = limits;
        this.security = security;
        this.internal = internal;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Answer answer) -> key.length() + answer.body.length() + ENTRY_BYTES)
                .build();
    }

    /** All that an answer depends on, as it was asked. */
    private record Key(
            String uri,
            @Nullable String accept,
            @Nullable String codings,
            @Nullable String languages,
            @Nullable String language) {

        static Key of(HttpServerRequest request) {
            return new Key(
                    request.uri(),
                    request.getHeader(HttpHeaders.ACCEPT),
                    request.getHeader(HttpHeaders.ACCEPT_ENCODING),
                    request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                    chosenLanguage(request));
        }

        int length() {
            return uri.length() + length(accept) + length(codings) + length(languages) + length(language);
        }

        private static @Nullable String chosenLanguage(HttpServerRequest request) {
            var cookie =
                    request.headers().contains(HttpHeaders.COOKIE) ? request.getCookie(CookieNames.LANGUAGE) : null;
            return cookie == null ? null : cookie.getValue();
        }

        private static int length(@Nullable String text) {
            return text == null ? 0 : text.length();
        }
    }

    /** @param tag empty where it has none */
    private record Answer(Map<String, String> headers, String tag, Buffer body, BooleanSupplier stillTrue) {}

    void register(@Observes Router router) {
        for (var n = 0; n < ADDRESSES.size(); n++) {
            router.get(ADDRESSES.get(n)).order(FIRST + n).handler(this::atOnce);
        }
    }

    /**
     * Keeps what this request, of nobody in particular, is answered.
     *
     * @param headers of its own, beside those of every answer
     * @param stillTrue asked on the event loop each time before it is told again
     */
    public void keep(HttpServerRequest request, Map<String, String> headers, byte[] body, BooleanSupplier stillTrue) {
        if (request.method().equals(HttpMethod.GET) && isAnybody(request)) {
            var key = Key.of(request);
            if (key.length() <= LONGEST_KEY && stillTrue.getAsBoolean()) {
                var tag = headers.getOrDefault(TAG, "");
                answers.put(key, new Answer(Map.copyOf(headers), tag, Buffer.buffer(body), stillTrue));
            }
        }
    }

    private static boolean isAnybody(HttpServerRequest request) {
        @Nullable String cookies = request.getHeader(HttpHeaders.COOKIE);
        return (cookies == null || !cookies.contains(CookieNames.SESSION))
                && NEVER.stream().noneMatch(request.headers()::contains);
    }

    private void atOnce(RoutingContext context) {
        if (!intake.open() || !isAnybody(context.request())) {
            context.next();
            return;
        }
        var key = Key.of(context.request());
        var answer = answers.getIfPresent(key);
        if (answer == null || answer.stillTrue.getAsBoolean()) {
            tell(context, answer);
        } else {
            anew(context, key);
        }
    }

    private void tell(RoutingContext context, @Nullable Answer answer) {
        if (answer == null || internal.get().received(context) || !limits.mayBrowse(context.request())) {
            context.next();
        } else {
            send(context.request(), answer);
        }
    }

    /** Many ask for what has just become untrue: were each answered anew, all would wait for all. */
    private void anew(RoutingContext context, Key key) {
        var mine = new CompletableFuture<Void>();
        var under = anew.putIfAbsent(key, mine);
        if (under == null) {
            context.addEndHandler(_ -> {
                anew.remove(key);
                mine.complete(null);
            });
            context.next();
            return;
        }
        var here = context.vertx().getOrCreateContext();
        context.request().pause();
        var _ = under.thenRun(() -> here.runOnContext(_ -> {
            if (!context.response().closed()) {
                context.request().resume();
                var answer = answers.getIfPresent(key);
                tell(context, answer != null && answer.stillTrue.getAsBoolean() ? answer : null);
            }
        }));
    }

    private void send(HttpServerRequest request, Answer answer) {
        var response = request.response();
        answer.headers.forEach(response.headers()::set);
        security.complete(request, response.headers());
        if (isKnown(request, answer)) {
            response.headers().remove(HttpHeaders.CONTENT_TYPE).remove(HttpHeaders.CONTENT_ENCODING);
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.end(answer.body);
        }
    }

    private static boolean isKnown(HttpServerRequest request, Answer answer) {
        @Nullable String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && !answer.tag.isEmpty() && (known.equals("*") || known.contains(answer.tag));
    }
}
