package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Links that let whoever has them set a password, once, for a while. Only their tokens' hashes are kept. */
@ApplicationScoped
public class Links {
    private static final String PREFIX = "jl_";
    private final LinkStore store;

    Links(LinkStore store) {
        this.store = store;
    }

    /** What a link is for. */
    public enum Purpose {
        /** A password that was forgotten; the page is {@code /reset?token=} on the public listener. */
        RESET(Duration.ofHours(1)),
        /** The first password of staff; the page is {@code /invitation?token=} on the internal listener. */
        INVITATION(Duration.ofDays(7));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The token of a fresh link. Older ones of the account and purpose end. */
    public String issue(long accountId, Purpose purpose) {
        var token = Token.fresh(PREFIX);
        store.put(accountId, purpose, TokenHash.of(token));
        return token;
    }

    /**
     * The same for a letter that invites. Nothing where a link was handed over since, which must stay good, or nobody waits for one any
     * more.
     *
     * @param asked when the invitation was made
     */
    public Optional<String> issueInvitation(long accountId, Instant asked) {
        return store.isSettledSince(accountId, asked)
                ? Optional.empty()
                : Optional.of(issue(accountId, Purpose.INVITATION));
    }

    /** Whose link this is, while it is good. */
    Optional<Long> account(String token, Purpose purpose) {
        return Token.looksRight(token, PREFIX) ? store.account(TokenHash.of(token), purpose) : Optional.empty();
    }
}
