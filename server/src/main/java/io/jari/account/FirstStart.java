package io.jari.account;

import io.jari.http.Greeting;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets somebody in: a demo gets logins that everybody knows, production an administrator whose password is told once. */
@ApplicationScoped
class FirstStart implements Greeting {
    private final DemoAccounts demo;
    private final FirstAdministrator administrator;
    private final boolean isDemo;
    private List<String> lines = List.of();

    FirstStart(DemoAccounts demo, FirstAdministrator administrator, @ConfigProperty(name = "jari.mode") String mode) {
        this.demo = demo;
        this.administrator = administrator;
        this.isDemo = mode.equals("demo");
    }

    void start(@Observes StartupEvent event) {
        lines = isDemo ? demo.make() : administrator.make();
    }

    @Override
    public List<String> lines() {
        return lines;
    }
}
