package io.jari;

import io.jari.http.Greeting;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where to go once every listener is open, then waits for the end. */
public final class Ready implements QuarkusApplication {
    /** Ends once ready: the launcher's way to learn which classes a start needs. */
    static final String UNTIL_READY = "--until-ready";

    private final Instance<Greeting> greetings;
    private final DemoFans fans;
    private final int port;
    private final int internalPort;
    private final String mode;

    @Inject
    Ready(
            Instance<Greeting> greetings,
            DemoFans fans,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "jari.internal.port") int internalPort,
            @ConfigProperty(name = "jari.mode") String mode) {
        this.greetings = greetings;
        this.fans = fans;
        this.port = port;
        this.internalPort = internalPort;
        this.mode = mode;
    }

    @Override
    public int run(String... args) {
        var text = new StringBuilder("\nJari is ready.\n\n");
        if (mode.equals("demo")) {
            text.append("  This is a demo: it answers on this machine only, its logins are known to everybody.\n\n");
        }
        text.append("  guests     http://127.0.0.1:%d\n".formatted(port));
        text.append("  staff      http://127.0.0.1:%d\n".formatted(internalPort));
        text.append("  API        http://127.0.0.1:%d/q/swagger-ui\n".formatted(internalPort));
        if (System.getProperty(DemoProvider.FILE) != null) {
            text.append("  cards      4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined; no money moves\n");
        }
        for (var greeting : greetings) {
            greeting.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        }
        text.append("\nStop with Ctrl-C.");
        System.out.println(text);
        if (!Arrays.asList(args).contains(UNTIL_READY)) {
            fans.begin();
            Quarkus.waitForExit();
        }
        return 0;
    }
}
