package io.jari.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlaceTest {
    private final Vertx vertx = Vertx.vertx();
    private final Promise<Void> end = Promise.promise();
    private final AtomicInteger underWay = new AtomicInteger(1);
    /** As Vert.x has one: an end is told while it is held, and whether there was one is asked with it. */
    private final Object connection = new Object();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aBodyThatEndsWhileItIsSetAsideHoldsNobodyUp() throws Exception {
        var place = new Place(context(), underWay);
        var held = new CountDownLatch(1);
        var over = new AtomicBoolean();
        var timer = Thread.currentThread();
        var loop = Thread.ofPlatform().start(() -> {
            synchronized (connection) {
                held.countDown();
                await().until(() -> over.get() || timer.getState() == Thread.State.BLOCKED);
                end.complete();
                place.ended(true);
            }
        });
        held.await();
        place.setAside();
        over.set(true);
        loop.join();
        assertThat(place.arrived()).isTrue();
        assertThat(place.isAside()).isFalse();
    }

    @Test
    void whatIsSetAsideTakesNoPlaceUntilItHasArrived() {
        var place = new Place(context(), underWay);
        assertThat(place.arrived()).isFalse();
        assertThat(place.setAside()).isTrue();
        assertThat(underWay).hasValue(0);
        end.complete();
        assertThat(place.arrived()).isTrue();
        assertThat(underWay).hasValue(1);
        assertThat(place.setAside()).isFalse();
    }

    private RoutingContext context() {
        var request = proxy(HttpServerRequest.class, (name, _) -> switch (name) {
            case "method" -> HttpMethod.POST;
            case "version" -> HttpVersion.HTTP_1_1;
            case "headers" -> MultiMap.caseInsensitiveMultiMap().addAll(Map.of("Content-Length", "2"));
            case "isEnded" -> isEnded();
            case "end" -> end.future();
            default -> throw new UnsupportedOperationException(name);
        });
        return proxy(RoutingContext.class, (name, _) -> switch (name) {
            case "request" -> request;
            case "vertx" -> vertx;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private boolean isEnded() {
        synchronized (connection) {
            Future<Void> future = end.future();
            return future.isComplete();
        }
    }

    private interface Call {
        Object of(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call.of(method.getName(), arguments)));
    }
}
