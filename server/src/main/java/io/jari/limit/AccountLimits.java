package io.jari.limit;

import io.jari.account.Callers;
import io.jari.http.AddressLimit;
import io.jari.http.ClientAddress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Holds accounts to what they may, and those who sign in to what their address may in all processes. */
@Singleton
class AccountLimits {
    private final Limits limits;
    private final SharedLimits shared;
    private final ClientAddress addresses;
    private final Map<Kind, Counter> refusals;

    @Inject
    AccountLimits(Limits limits, SharedLimits shared, ClientAddress addresses, MeterRegistry metrics) {
        this.limits = limits;
        this.shared = shared;
        this.addresses = addresses;
        this.refusals = AddressCalls.refusals(metrics, "account");
    }

    void count(ResteasyReactiveContainerRequestContext request, Kind kind, HttpServerRequest connected) {
        if (kind == Kind.SIGN_IN) {
            var rate = limits.addressRate(kind);
            if (!rate.off()) {
                together(request, kind, "address", rate, addresses.of(connected));
            }
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
            refused(kind);
            request.abortWith(limit.refusal(-left).response());
        } else if (kind == Kind.PAY) {
            together(request, kind, "account", limits.accountRate(kind), account);
        }
    }

    /** What this process alone would refuse has been refused before: a flood does not reach the database. */
    private void together(
            ResteasyReactiveContainerRequestContext request, Kind kind, String by, Rate rate, long caller) {
        request.suspend();
        var _ = shared.take(kind, by, rate, caller).whenComplete((refusal, error) -> {
            if (error != null) {
                request.resume(error);
            } else if (refusal.isPresent()) {
                refused(kind);
                request.abortWith(refusal.get().response()); // which resumes
            } else {
                request.resume();
            }
        });
    }

    private void refused(Kind kind) {
        Objects.requireNonNull(refusals.get(kind)).increment();
    }
}
