package io.jari.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Argon2id, as strong as OWASP asks, in a pool that refuses rather than starves the rest of the server. */
@ApplicationScoped
class Passwords {
    static final int MIN_LENGTH = 8;
    static final int MAX_LENGTH = 128;
    // OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Has the form of a hash and is none of a known password: so it need not be computed at each start. */
    static final String NOBODYS = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, PASSES, LANES, base64(random(SALT_BYTES)), base64(random(HASH_BYTES)));

    private final ThreadPoolExecutor pool;

    Passwords(@ConfigProperty(name = "jari.passwords.queue", defaultValue = "32") int queue) {
        var cores = Runtime.getRuntime().availableProcessors();
        this.pool = new ThreadPoolExecutor(
                cores,
                cores,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void stop() {
        pool.shutdown();
    }

    /** The PHC string of a password. */
    String hash(String password) {
        return inPool(() -> hashNow(password));
    }

    /** No hash means no such account: false, after the same work. */
    boolean matches(String password, @Nullable String hash) {
        return inPool(() -> matchesNow(password, hash == null ? NOBODYS : hash)) && hash != null;
    }

    static String hashNow(String password) {
        return ARGON.hash(password.getBytes(StandardCharsets.UTF_8), random(SALT_BYTES))
                .getResult();
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean matchesNow(String password, String hash) {
        return Argon2Function.getInstanceFromHash(hash).check(password, hash);
    }

    /** For other work of the kind: as heavy, and done for whoever asks. */
    <T> T inPool(Callable<T> work) {
        try {
            return pool.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw Refusal.busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("password pool", e.getCause());
        }
    }
}
