package io.jari;

import io.jari.http.Greeting;
import io.jari.listen.Listeners;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Console;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where to go once every listener is open, then waits for the end. */
public final class Ready implements QuarkusApplication {
    /** Ends once ready. */
    static final String UNTIL_READY = "--until-ready";

    /** The same after a rehearsal: the launcher's way to learn which classes are needed. Upon data to be thrown away. */
    static final String REHEARSE = "--rehearse";

    /** The property that holds the address under which others in the network reach a demo. */
    static final String LAN = "jari.lan";

    private static final String LAN_WARNING = """
              This is a demo, and everybody in your network can reach its guests' pages: its logins are known to
              everybody, no money moves. Staff's pages answer on this machine only.

            """;

    private final Listeners listeners;
    private final Instance<Greeting> greetings;
    private final DemoFans fans;
    private final int port;
    private final int internalPort;
    private final String mode;
    private final Optional<String> lan;
    private final String scheme;
    private final String internalScheme;

    @Inject
    Ready(
            Listeners listeners,
            Instance<Greeting> greetings,
            DemoFans fans,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "jari.internal.port") int internalPort,
            @ConfigProperty(name = "jari.mode") String mode,
            @ConfigProperty(name = LAN) Optional<String> lan,
            @ConfigProperty(name = "jari.tls.cert") Optional<String> tls,
            @ConfigProperty(name = "jari.internal.tls.cert") Optional<String> internalTls) {
        this.listeners = listeners;
        this.greetings = greetings;
        this.fans = fans;
        this.port = port;
        this.internalPort = internalPort;
        this.mode = mode;
        this.lan = lan;
        this.scheme = tls.isPresent() ? "https" : "http";
        this.internalScheme = internalTls.isPresent() ? "https" : "http";
    }

    private static boolean colours() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public int run(String... args) {
        listeners.open();
        var text = new StringBuilder("\nJari is ready.\n\n");
        if (mode.equals("demo")) {
            text.append(
                    lan.isEmpty()
                            ? "  This is a demo: it answers on this machine only, its logins are known to everybody.\n\n"
                            : LAN_WARNING);
        }
        text.append("  guests     %s://%s:%d\n".formatted(scheme, lan.orElse("127.0.0.1"), port));
        text.append("  staff      %s://127.0.0.1:%d\n".formatted(internalScheme, internalPort));
        text.append("  API        %s://127.0.0.1:%d/q/swagger-ui\n".formatted(internalScheme, internalPort));
        if (System.getProperty(DemoProvider.FILE) != null) {
            text.append("  cards      4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined; no money moves\n");
        }
        for (var greeting : greetings) {
            greeting.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        }
        lan.ifPresent(address -> text.append("\nOpen on a phone in this network:\n\n")
                .append(QrText.of("http://%s:%d".formatted(address, port), colours())));
        text.append("\nStop with Ctrl-C.");
        System.out.println(text);
        var asked = Set.of(args);
        if (asked.contains(REHEARSE)) {
            new Rehearsal(at(port), at(internalPort))
                    .run()
                    .forEach(step -> System.out.println("Not rehearsed: " + step));
        } else if (!asked.contains(UNTIL_READY)) {
            fans.begin();
            Quarkus.waitForExit();
        }
        return 0;
    }
}
