package io.jari.webhook;

import io.jari.db.Mode;
import io.jari.db.StartRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where webhooks may go. A name is resolved once for each attempt and the address found is what is connected to: a name that answers
 * otherwise the next moment leads nowhere else.
 */
@ApplicationScoped
public class Destinations {
    private final Names names;
    private final boolean demo;
    private final boolean privateAllowed;

    /** Finds addresses of a name. */
    interface Names {
        List<InetAddress> of(String name) throws UnknownHostException;
    }

    /** No address that a webhook may go to. */
    static final class Refused extends Exception {
        Refused() {
            super("", null, false, false);
        }
    }

    @Inject
    public Destinations(
            @ConfigProperty(name = "jari.mode") String mode,
            @ConfigProperty(name = "jari.webhooks.private-addresses", defaultValue = "refused") String privateOnes) {
        this(name -> List.of(InetAddress.getAllByName(name)), Mode.of(mode) == Mode.DEMO, isAllowed(privateOnes));
    }

    Destinations(Names names, boolean demo, boolean privateAllowed) {
        this.names = names;
        this.demo = demo;
        this.privateAllowed = privateAllowed;
    }

    private static boolean isAllowed(String setting) {
        return switch (setting) {
            case "allowed" -> true;
            case "refused" -> false;
            default ->
                throw new StartRefused(
                        "jari.webhooks.private-addresses is refused or allowed, and not \"%s\"".formatted(setting));
        };
    }

    /** Checked as far as can be without asking for a name. */
    WebhookUrl url(String text) {
        var url = WebhookUrl.of(text, demo);
        if (isLiteral(url.host())) {
            try {
                address(url);
            } catch (Refused _) {
                throw WebhookUrl.flaw("leads to an address that is private; see jari.webhooks.private-addresses");
            } catch (UnknownHostException _) {
                throw WebhookUrl.flaw("is no address such as https://example.com/hook");
            }
        }
        return url;
    }

    private static boolean isLiteral(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    /** The address to connect to. Blocks. */
    InetAddress address(WebhookUrl url) throws UnknownHostException, Refused {
        for (var address : names.of(url.host())) {
            if (mayGoTo(address)) {
                return address;
            }
        }
        throw new Refused();
    }

    boolean mayGoTo(InetAddress address) {
        return PublicAddresses.isPublic(address)
                || (privateAllowed && PublicAddresses.isOfSomebody(address))
                || (demo && address.isLoopbackAddress());
    }
}
