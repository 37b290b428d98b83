package io.jari.commit;

import io.jari.db.StartRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Locks that another program keeps, by name, as the strategy distributed-lock takes them: a class of somebody else's, loaded from where the
 * settings say, so that nothing of it is part of the server.
 */
@ApplicationScoped
public class OutsideLocks {
    private final Supplier<Function<String, Lock>> source;
    private @Nullable Function<String, Lock> locks;

    @Inject
    public OutsideLocks(LockSettings settings) {
        this.source = () -> loaded(settings);
    }

    public OutsideLocks(Function<String, Lock> locks) {
        this.source = () -> locks;
    }

    /** The same work, done while locks of these names are held, taken in this order. */
    <R> OneByOne.Work<R> around(List<String> names, OneByOne.Work<R> work) {
        if (names.isEmpty()) {
            return work;
        }
        return () -> {
            var taken = new ArrayDeque<Lock>();
            try {
                for (var name : names) {
                    var lock = locks().apply(name);
                    lock.lock();
                    taken.push(lock);
                }
                return work.run();
            } finally {
                taken.forEach(OutsideLocks::unlock);
            }
        };
    }

    private static void unlock(Lock lock) {
        try {
            lock.unlock();
        } catch (IllegalMonitorStateException e) {
            // Its time ran out, and somebody else may hold it: the database has judged, as always.
        }
    }

    private synchronized Function<String, Lock> locks() {
        var known = locks;
        if (known == null) {
            known = source.get();
            locks = known;
        }
        return known;
    }

    @SuppressWarnings("unchecked")
    private static Function<String, Lock> loaded(LockSettings settings) {
        var type = settings.type()
                .orElseThrow(() -> new StartRefused("The strategy distributed-lock needs jari.locks.type"));
        try {
            var loader = new URLClassLoader(urls(settings.classpath().orElse("")), OutsideLocks.class.getClassLoader());
            return (Function<String, Lock>)
                    loader.loadClass(type).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new StartRefused("jari.locks.type can't be used: " + e, e);
        }
    }

    /** As Java does it: a star stands for all jars of a folder. */
    private static URL[] urls(String classpath) {
        var urls = new ArrayList<URL>();
        for (var part : classpath.split(File.pathSeparator, -1)) {
            try {
                if (part.endsWith("*")) {
                    try (var jars = Files.list(Path.of(part.substring(0, part.length() - 1)))) {
                        for (var jar : jars.toList()) {
                            urls.add(jar.toUri().toURL());
                        }
                    }
                } else if (!part.isEmpty()) {
                    urls.add(Path.of(part).toUri().toURL());
                }
            } catch (MalformedURLException e) {
                throw new StartRefused("jari.locks.classpath can't be used: " + part, e);
            } catch (java.io.IOException e) {
                throw new StartRefused("jari.locks.classpath names what is not there: " + part, e);
            }
        }
        return urls.toArray(URL[]::new);
    }
}
