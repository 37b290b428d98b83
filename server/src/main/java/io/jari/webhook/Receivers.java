package io.jari.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to receivers, over a connection of its own for each: to the address that was checked, with the name in TLS and Host. Follows
 * nothing, and reads no more of an answer than it must.
 */
@ApplicationScoped
public class Receivers {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int CONNECT_MILLIS = 5_000;

    /** Once its code is there, the rest of an answer is waited for so long, and read so far. */
    private static final long REST_MILLIS = 2_000;

    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_CONNECTIONS = 200;
    private static final int MOST_HEADERS = 16 * 1024;

    private final Vertx vertx;
    private final Destinations destinations;
    private final HttpClient http;
    private final Duration timeout;

    @Inject
    public Receivers(Vertx vertx, Destinations destinations) {
        this(vertx, destinations, TIMEOUT, new HttpClientOptions());
    }

    /** @param options that the rest is set upon, such as whose certificates are trusted */
    Receivers(Vertx vertx, Destinations destinations, Duration timeout, HttpClientOptions options) {
        this.vertx = vertx;
        this.destinations = destinations;
        this.timeout = timeout;
        this.http = vertx.createHttpClient(new HttpClientOptions(options)
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setMaxHeaderSize(MOST_HEADERS)
                .setVerifyHost(true));
    }

    /**
     * What came of it.
     *
     * @param code of the answer; null where there was none
     * @param flaw why there was none
     * @param retryAfter what the receiver asked for, or zero
     */
    record Answer(@Nullable Integer code, @Nullable String flaw, Duration retryAfter) {
        static Answer none(String flaw) {
            return new Answer(null, flaw, Duration.ZERO);
        }

        boolean isAccepted() {
            return code != null && code / 100 == 2;
        }

        boolean isGone() {
            return code != null && code == 410;
        }
    }

    /** Blocks until there is an answer, or none will come. */
    Answer post(String text, Map<String, String> headers, String body) {
        try {
            var url = destinations.url(text);
            var address = destinations.address(url);
            var options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                    .setHost(url.host())
                    .setPort(url.port())
                    .setSsl(url.tls())
                    .setURI(url.target())
                    .setFollowRedirects(false)
                    .setTimeout(timeout.toMillis());
            headers.forEach(options::putHeader);
            return send(options, body)
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .get();
        } catch (UnknownHostException _) {
            return Answer.none("name-unknown");
        } catch (Destinations.Refused | io.jari.http.Problem _) {
            return Answer.none("address-refused");
        } catch (ExecutionException e) {
            return Answer.none(flaw(e.getCause()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Answer.none("stopped");
        }
    }

    private static String flaw(@Nullable Throwable cause) {
        return switch (cause) {
            case TimeoutException _ -> "timeout";
            case SSLException _ -> "tls";
            case null, default -> "connection";
        };
    }

    private CompletableFuture<Answer> send(RequestOptions options, String body) {
        var done = new CompletableFuture<Answer>();
        http.request(options).onFailure(done::completeExceptionally).onSuccess(request -> {
            var _ = done.whenComplete((_, _) -> request.connection().close());
            request.send(Buffer.buffer(body))
                    .onFailure(done::completeExceptionally)
                    .onSuccess(response -> read(response, done));
        });
        return done;
    }

    private void read(HttpClientResponse response, CompletableFuture<Answer> done) {
        var answer = new Answer(response.statusCode(), null, retryAfter(response.getHeader("Retry-After")));
        var read = new AtomicInteger();
        response.handler(part -> {
            if (read.addAndGet(part.length()) > MOST_BYTES) {
                done.complete(answer);
            }
        });
        response.exceptionHandler(_ -> done.complete(answer));
        response.endHandler(_ -> done.complete(answer));
        vertx.setTimer(REST_MILLIS, _ -> done.complete(answer));
    }

    private static Duration retryAfter(@Nullable String seconds) {
        return seconds != null && seconds.matches("[0-9]{1,9}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ZERO;
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
