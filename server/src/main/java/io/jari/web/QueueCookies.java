package io.jari.web;

import io.jari.http.PrivateCookie;
import io.jari.http.RequestOrigin;
import io.jari.queue.Joiners;
import io.jari.queue.QueueResource;
import io.jari.queue.QueueTokens;
import io.jari.queue.Queueing.Entered;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser keeps of the waiting room of a date. */
@Singleton
class QueueCookies {
    private static final String PLACE = "jari_place_";
    private final PrivateCookie cookies;
    private final RequestOrigin origin;
    private final RoutingContext routing;

    QueueCookies(PrivateCookie cookies, RequestOrigin origin, RoutingContext routing) {
        this.cookies = cookies;
        this.origin = origin;
        this.routing = routing;
    }

    /**
     * As it was sent, whatever it is, but for the device's name, which has its form.
     *
     * @param token of the place
     * @param pass of who has come in
     */
    record Kept(
            @Nullable String device,
            @Nullable String token,
            @Nullable String pass) {}

    Kept kept(HttpHeaders sent, int dateId) {
        var cookies = sent.getCookies();
        var device = value(cookies, QueueResource.DEVICE_COOKIE);
        return new Kept(
                device != null && Joiners.isDevice(device) ? device : null,
                value(cookies, PLACE + dateId),
                value(cookies, QueueResource.PASS_COOKIE + dateId));
    }

    private @Nullable String value(Map<String, Cookie> cookies, String name) {
        var cookie = cookies.get(PrivateCookie.name(name, https()));
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    NewCookie device(String device) {
        return cookies.of(QueueResource.DEVICE_COOKIE, device, QueueResource.DEVICE_LIFE, https());
    }

    NewCookie place(int dateId, String token) {
        return cookies.of(PLACE + dateId, token, QueueTokens.LIFE, https());
    }

    NewCookie noPlace(int dateId) {
        return cookies.none(PLACE + dateId, https());
    }

    NewCookie pass(Entered.Inside inside) {
        var most = Duration.between(inside.enteredAt(), inside.leaveBy());
        return cookies.of(QueueResource.PASS_COOKIE + inside.dateId(), inside.pass(), most, https());
    }

    NewCookie noPass(int dateId) {
        return cookies.none(QueueResource.PASS_COOKIE + dateId, https());
    }

    private boolean https() {
        return origin.https(routing.request());
    }
}
