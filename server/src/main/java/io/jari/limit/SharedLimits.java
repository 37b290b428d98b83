package io.jari.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.jari.db.Secret;
import io.jari.db.SqlFault;
import io.jari.http.AddressLimit;
import io.jari.http.Problem;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Limits that all processes on one database count together, in a table of it: Bucket4j's buckets. A bucket's number tells nobody whose it
 * is, and it is forgotten once it is full again.
 */
@Singleton
class SharedLimits {
    private static final Logger LOG = Logger.getLogger(SharedLimits.class);
    /** More at once are sent away: connections are for those who have passed. */
    private static final int AT_ONCE = 8;

    private static final int WAITING = 256;
    private static final int SWEPT = 10_000;
    private static final Duration KEPT_LONGER = Duration.ofMinutes(1);

    private final PostgreSQLSelectForUpdateBasedProxyManager<Long> buckets;
    private final SecretKeySpec key;
    private final Semaphore places = new Semaphore(AT_ONCE + WAITING);
    private final ExecutorService threads;

    SharedLimits(DataSource database, Secret secret) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.LONG)
                .table("rate_bucket")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_LONGER))
                .build();
        this.key = new SecretKeySpec(secret.derive("rate limits"), "HmacSHA256");
        this.threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("shared-limits-", 0).factory());
    }

    /** Counts a call of whoever has this number: empty when it may pass. Where the database can't be asked it may. */
    CompletableFuture<Optional<Problem.Draft>> take(Kind kind, String by, Rate rate, long caller) {
        if (!places.tryAcquire()) {
            return CompletableFuture.completedFuture(Optional.of(busy()));
        }
        return CompletableFuture.supplyAsync(() -> count(kind, by, rate, caller), threads)
                .whenComplete((_, _) -> places.release());
    }

    private static Problem.Draft busy() {
        return Problem.of(503, "unavailable", "Not available just now")
                .detail("Nothing is lost; try again.")
                .retryAfterMillis(1_000);
    }

    private Optional<Problem.Draft> count(Kind kind, String by, Rate rate, long caller) {
        var name = kind.text() + (by.equals("account") ? "-account" : "");
        try {
            return counted(name, rate, caller);
        } catch (RuntimeException e) {
            if (SqlFault.of(e) != SqlFault.PASSING) {
                return uncounted(e);
            }
        }
        try { // a lost connection, for one, is no way around a limit
            return counted(name, rate, caller);
        } catch (RuntimeException e) {
            return uncounted(e);
        }
    }

    private static Optional<Problem.Draft> uncounted(RuntimeException e) {
        LOG.warn("a limit can't be counted for now: " + e);
        return Optional.empty();
    }

    private Optional<Problem.Draft> counted(String name, Rate rate, long caller) {
        var probe = buckets.getProxy(number(name + ' ' + rate, caller), () -> configuration(rate))
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(AddressLimit.refusal(
                        AddressLimit.policy(name, rate.burst(), rate.interval().toNanos()),
                        name,
                        TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill())));
    }

    private static BucketConfiguration configuration(Rate rate) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(rate.burst())
                        .refillGreedy(1, rate.interval())
                        .build())
                .build();
    }

    /** Of whoever calls, as only this installation can make it. */
    private long number(String name, long caller) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal((name + ' ' + caller).getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Scheduled(every = "1m", delayed = "1m")
    @RunOnVirtualThread
    void sweep() {
        buckets.removeExpired(SWEPT);
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
