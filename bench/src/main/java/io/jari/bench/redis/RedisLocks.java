package io.jari.bench.redis;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import org.redisson.Redisson;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** Locks by name in the Redis that {@code JARI_REDIS_URL} names. A server loads this class from outside of itself. */
public final class RedisLocks implements Function<String, Lock> {
    /** After which a lock whose holder has died is free. Named, it spares the renewals of one that holds for ever. */
    private static final long LEASE_SECONDS = 10;

    private static final int CONNECTIONS = 32;

    private final RedissonClient redis;

    public RedisLocks() {
        var config = new Config();
        config.useSingleServer()
                .setAddress(System.getenv().getOrDefault("JARI_REDIS_URL", "redis://127.0.0.1:6379"))
                .setConnectionPoolSize(CONNECTIONS)
                .setConnectionMinimumIdleSize(CONNECTIONS / 2);
        this.redis = Redisson.create(config);
    }

    @Override
    public Lock apply(String name) {
        return new Leased(redis.getLock(name));
    }

    /** What holds it is known by its thread. */
    private record Leased(RLock within) implements Lock {
        @Override
        public void lock() {
            within.lock(LEASE_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void lockInterruptibly() throws InterruptedException {
            within.lockInterruptibly(LEASE_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public boolean tryLock() {
            return within.tryLock();
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            return within.tryLock(time, unit);
        }

        @Override
        public void unlock() {
            within.unlock();
        }

        @Override
        public Condition newCondition() {
            return within.newCondition();
        }
    }
}
