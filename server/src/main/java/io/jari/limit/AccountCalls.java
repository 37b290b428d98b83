package io.jari.limit;

import io.jari.account.Callers;
import io.jari.http.AddressLimit;
import io.jari.http.ClientAddress;
import io.jari.http.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Counts calls by account, once it is known who calls, and those that all processes count together. */
@Provider
@NonBlocking
@Priority(Priorities.AUTHENTICATION + 1)
public final class AccountCalls implements ResteasyReactiveContainerRequestFilter {
    private final Limits limits;
    private final SharedLimits shared;
    private final ClientAddress addresses;
    private final RoutingContext routing;
    private final Map<Kind, Counter> refusals;

    @Inject
    AccountCalls(
            Limits limits,
            SharedLimits shared,
            ClientAddress addresses,
            RoutingContext routing,
            MeterRegistry metrics) {
        this.limits = limits;
        this.shared = shared;
        this.addresses = addresses;
        this.routing = routing;
        this.refusals = AddressCalls.refusals(metrics, "account");
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        Problem.@Nullable Draft refused = routing.get(AddressCalls.REFUSED);
        if (refused != null) {
            request.abortWith(refused.response());
            return;
        }
        @Nullable Kind kind = routing.get(AddressCalls.KIND);
        if (kind == null) {
            return;
        }
        if (kind == Kind.SIGN_IN) {
            together(request, kind, "address", limits.addressRate(kind), addresses.of(routing.request()));
            return;
        }
        var limit = limits.ofAccount(kind);
        if (limit.off()) {
            return;
        }
        var caller = Callers.maybe(request.getSecurityContext());
        if (caller.isPresent()) {
            count(request, kind, limit, caller.get().accountId());
        }
    }

    private void count(ResteasyReactiveContainerRequestContext request, Kind kind, AddressLimit limit, long account) {
        var left = limit.take(account);
        if (left < 0) {
            Objects.requireNonNull(refusals.get(kind)).increment();
            request.abortWith(limit.refusal(-left).response());
        } else if (kind == Kind.PAY) {
            together(request, kind, "account", limits.accountRate(kind), account);
        }
    }

    /** What this process alone would refuse has been refused before: a flood does not reach the database. */
    private void together(
            ResteasyReactiveContainerRequestContext request, Kind kind, String by, Rate rate, long caller) {
        if (rate.off()) {
            return;
        }
        request.suspend();
        var _ = shared.take(kind, by, rate, caller).whenComplete((refusal, error) -> {
            if (error != null) {
                request.resume(error);
                return;
            }
            refusal.ifPresent(draft -> {
                Objects.requireNonNull(refusals.get(kind)).increment();
                request.abortWith(draft.response());
            });
            request.resume();
        });
    }
}
