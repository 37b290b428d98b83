package io.jari.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.jari.db.SqlFault;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** Turns whatever an endpoint throws, or the framework before it, into a problem. Nothing of the inside is told. */
@Singleton
class Mappers {
    private static final Logger LOG = Logger.getLogger(Mappers.class);
    private static final Set<Integer> WITHOUT_ENDPOINT = Set.of(405, 406, 415);

    private final Instance<InternalListener> internal; // mappers are made before there is a Vert.x
    private final RoutingContext routing;

    @Inject
    Mappers(Instance<InternalListener> internal, RoutingContext routing) {
        this.internal = internal;
        this.routing = routing;
    }

    @ServerExceptionMapper
    Response http(WebApplicationException error, @Nullable ResourceInfo endpoint, UriInfo address) {
        var response = error.getResponse();
        var json = cause(error, JacksonException.class);
        if (json.isPresent()) {
            return json(json.get());
        }
        if (error instanceof NotFoundException && error.getCause() != null) {
            return parameter(endpoint, address); // the framework's way to say that a conversion failed
        }
        if (WITHOUT_ENDPOINT.contains(response.getStatus()) || error instanceof NotFoundException) {
            return unmatched(response.getStatus());
        }
        if (response.getStatus() >= 500 && response.getStatus() != 503) {
            LOG.error("an endpoint failed", error);
        }
        var draft = CommonProblems.of(response.getStatus());
        for (var name : List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE)) {
            Optional.ofNullable(response.getHeaderString(name)).ifPresent(value -> draft.header(name, value));
        }
        return draft.response();
    }

    /** An address this listener does not show is 404, whatever else is wrong with the request. */
    private Response unmatched(int status) {
        var methods =
                AllowedMethods.at(CurrentRequestManager.get(), internal.get().received(routing));
        var asked = routing.request().method().name();
        var method = asked.equals("HEAD") ? "GET" : asked;
        if (methods.isEmpty()) {
            return CommonProblems.of(404).response();
        }
        return status == 405 || !methods.contains(method)
                ? CommonProblems.of(405)
                        .header(HttpHeaders.ALLOW, String.join(", ", methods))
                        .response()
                : CommonProblems.of(status).response();
    }

    /** Named apart because the framework has a mapper of its own for this one. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException error) {
        return json(error);
    }

    @ServerExceptionMapper
    Response json(JacksonException error) {
        return CommonProblems.invalid(List.of(JsonFlaw.of(error)));
    }

    @ServerExceptionMapper
    Response constraint(ConstraintViolationException error, @Nullable ResourceInfo endpoint) {
        if (error.getConstraintViolations().stream().anyMatch(ViolationFlaw::ofAnswer)) {
            return unexpected(error);
        }
        return CommonProblems.invalid(error.getConstraintViolations().stream()
                .map(violation -> ViolationFlaw.of(violation, method(endpoint)))
                .toList());
    }

    @ServerExceptionMapper
    Response unexpected(Throwable error) {
        if (cause(error, SQLException.class).isPresent() && SqlFault.of(error) == SqlFault.PASSING) {
            LOG.warn("the database did not answer: " + error);
            return CommonProblems.unavailable().response();
        }
        if (error instanceof IOException && routing.response().ended()) {
            return CommonProblems.of(413).response(); // already told, in the middle of the body
        }
        if (cause(error, SQLException.class)
                .filter(e -> String.valueOf(e.getSQLState()).startsWith("22"))
                .isPresent()) {
            LOG.warn("the database can't hold a value an endpoint let pass", error);
            return CommonProblems.malformed("A value is outside of what can be stored.")
                    .response();
        }
        LOG.error("an endpoint failed", error);
        return CommonProblems.of(500).response();
    }

    private static Response parameter(@Nullable ResourceInfo endpoint, UriInfo address) {
        return ParameterFlaw.find(method(endpoint), address)
                .map(flaw -> CommonProblems.invalid(List.of(flaw)))
                .orElseGet(() -> CommonProblems.malformed("A parameter has an impossible value.")
                        .response());
    }

    private static @Nullable Method method(@Nullable ResourceInfo endpoint) {
        return endpoint == null ? null : endpoint.getResourceMethod();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable error, Class<T> type) {
        for (@Nullable Throwable e = error; e != null; e = e.getCause()) {
            if (type.isInstance(e)) {
                return Optional.of(type.cast(e));
            }
        }
        return Optional.empty();
    }
}
