package io.jari.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The logs that card providers keep of the money they move. */
@ApplicationScoped
public class ProviderLogs {
    private final Providers providers;

    ProviderLogs(Providers providers) {
        this.providers = providers;
    }

    /** Names of the providers that keep one. */
    public List<String> names() {
        return providers.http().stream().map(Provider::name).toList();
    }

    /** Lines in order, and whether there are more after them. */
    public record Part(List<LogLine> lines, boolean more) {}

    /**
     * A log's lines after one. Blocks for at most the time-out of a call.
     *
     * @param provider one of {@link #names}
     * @param line 0: from its beginning
     * @throws ProviderFailure when the provider could not be asked, or tells what is not understood here
     */
    public Part after(String provider, long line, int limit) throws ProviderFailure {
        return providers.http(provider).orElseThrow().log(line, limit);
    }
}
