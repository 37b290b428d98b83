package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** The rules of all endpoints: each is read when it is first asked for. */
@ApplicationScoped
class AccessRules {
    private final ConcurrentHashMap<RuntimeResource, AccessRule> known = new ConcurrentHashMap<>();
    private final boolean guarded;

    /** @param guards off only in tests that must see what the rules prevent; a production start refuses it */
    AccessRules(@ConfigProperty(name = "jari.access.guards", defaultValue = "on") String guards) {
        this.guarded = !guards.equals("off");
    }

    AccessRule of(RuntimeResource endpoint) {
        var rule = known.get(endpoint);
        return rule == null ? known.computeIfAbsent(endpoint, this::read) : rule;
    }

    private AccessRule read(RuntimeResource endpoint) {
        return guarded ? AccessRule.of(endpoint) : AccessRule.OPEN;
    }
}
