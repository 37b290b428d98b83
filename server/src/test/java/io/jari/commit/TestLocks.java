package io.jari.commit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks by name, the same for all servers within a test, as a distributed lock's are. */
public final class TestLocks {
    private static final Map<String, Lock> LOCKS = new ConcurrentHashMap<>();

    public static final OutsideLocks NAMED =
            new OutsideLocks(name -> LOCKS.computeIfAbsent(name, _ -> new ReentrantLock()));

    private TestLocks() {}
}
