package io.jari.http;

import io.jari.db.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/**
 * What the guards saw: who came in, who tried to, who was refused what. One line each, so many a second; more are counted and told by the
 * next line, so that nobody fills a disk by being refused. Addresses are not told but by a hash of this house's own: lines of one address
 * are known to be of one.
 */
@ApplicationScoped
public class SecurityLog {
    static final int MOST_A_SECOND = 20;
    private static final Logger LOG = Logger.getLogger("jari.security");
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 6;
    private final SecretKeySpec key;
    private final LongSupplier nanos;
    private final Consumer<String> lines;
    private long second = Long.MIN_VALUE;
    private int said;
    private long unsaid;

    @Inject
    SecurityLog(Secret secret) {
        this(secret.derive("addresses in the log"), System::nanoTime, LOG::info);
    }

    SecurityLog(byte[] key, LongSupplier nanos, Consumer<String> lines) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.nanos = nanos;
        this.lines = lines;
    }

    /**
     * @param what in words, without anything personal or secret
     * @param actor as in the journal, or nobody
     * @param address as {@link ClientAddress} numbers it
     */
    public void note(String what, String actor, long address) {
        var more = place();
        if (more >= 0) {
            lines.accept("%s by %s from %s".formatted(what, actor, hash(address))
                    + (more == 0 ? "" : " (and %d more before, not told)".formatted(more)));
        }
    }

    /** How many were not told since the last that was; negative when this is not to be told either. */
    private synchronized long place() {
        var now = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong());
        if (now != second) {
            second = now;
            said = 0;
        }
        if (said == MOST_A_SECOND) {
            unsaid++;
            return -1;
        }
        said++;
        var more = unsaid;
        unsaid = 0;
        return more;
    }

    private String hash(long address) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var bytes =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(address).array());
            return HexFormat.of().formatHex(bytes, 0, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
