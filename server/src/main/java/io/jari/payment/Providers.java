package io.jari.payment;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All providers, and which of them a new attempt goes to. What has begun at one stays there. */
@ApplicationScoped
public class Providers {
    private static final int OWN_CALLS = 64;
    private final Map<String, Gate> gates = new LinkedHashMap<>();

    Providers(Collection<Gate> all) {
        all.forEach(gate -> gates.put(gate.provider().name(), gate));
    }

    /** @param own those within this server, such as the wallet */
    @Inject
    public Providers(
            PaymentSettings settings, Instance<Provider> own, @ConfigProperty(name = "quarkus.http.port") int port) {
        var publicUrl = settings.publicUrl().orElse("http://127.0.0.1:" + port);
        var guards = PaymentGuards.without(settings.guardsOff());
        var limit = Duration.ofMillis(settings.callMillis());
        settings.providersFile()
                .map(Path::of)
                .map(ProviderFile::read)
                .orElse(List.of())
                .forEach(entry -> {
                    var calls = new ProviderCalls(entry.url(), entry.key(), limit);
                    var provider = new HttpProvider(entry, calls, publicUrl, guards);
                    gates.put(entry.name(), new Gate(provider, entry.share(), entry.mostCalls()));
                });
        own.forEach(provider -> gates.put(provider.name(), new Gate(provider, 1, OWN_CALLS)));
    }

    List<String> names() {
        return List.copyOf(gates.keySet());
    }

    Optional<Gate> gate(String name) {
        return Optional.ofNullable(gates.get(name));
    }

    /** A card provider by its name, as callbacks and logs have it. */
    Optional<HttpProvider> http(String name) {
        return gate(name)
                .map(Gate::provider)
                .filter(HttpProvider.class::isInstance)
                .map(HttpProvider.class::cast);
    }

    List<HttpProvider> http() {
        return gates.keySet().stream().flatMap(name -> http(name).stream()).toList();
    }

    /** Where the hosted pages of card providers are, unless a provider has them elsewhere than its API. */
    Set<String> pages() {
        return http().stream()
                .map(provider -> provider.entry().url().resolve("/").toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where a new attempt goes: by weight among those that answer, or among all where none does. */
    Optional<Gate> route(String method) {
        var all = all(method);
        var well = all.stream().filter(Gate::isHealthy).toList();
        return byWeight(well.isEmpty() ? all : well);
    }

    /**
     * Where it goes next when one could not open it: only to another that answers. Else an outage of all of them would use up a guest's
     * attempts.
     */
    Optional<Gate> another(String method, Set<String> failed) {
        return byWeight(all(method).stream()
                .filter(g -> g.isHealthy() && !failed.contains(g.provider().name()))
                .toList());
    }

    private List<Gate> all(String method) {
        return gates.values().stream()
                .filter(g -> g.provider().method().equals(method) && g.share() > 0)
                .toList();
    }

    private static Optional<Gate> byWeight(List<Gate> gates) {
        var sum = gates.stream().mapToInt(Gate::share).sum();
        if (sum == 0) {
            return Optional.empty();
        }
        var at = ThreadLocalRandom.current().nextInt(sum);
        for (var gate : gates) {
            at -= gate.share();
            if (at < 0) {
                return Optional.of(gate);
            }
        }
        throw new IllegalStateException("shares of " + new ArrayList<>(gates));
    }

    @PreDestroy
    void close() {
        http().forEach(provider -> provider.calls().close());
    }
}
