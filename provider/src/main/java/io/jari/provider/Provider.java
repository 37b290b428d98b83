package io.jari.provider;

import com.sun.net.httpserver.HttpServer;
import io.jari.provider.api.Api;
import io.jari.provider.api.Checkouts;
import io.jari.provider.books.Account;
import io.jari.provider.books.Books;
import io.jari.provider.callback.Courier;
import io.jari.provider.http.Guard;
import io.jari.provider.http.Reply;
import io.jari.provider.journal.FolderLock;
import io.jari.provider.page.PayPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The whole provider: it listens from start to close. */
public final class Provider implements AutoCloseable {
    private static final int BACKLOG = 1_000;
    private static final long SWEEP_MILLIS = 200;
    private static final int STOP_SECONDS = 1;

    private final FolderLock lock;
    private final Books books;
    private final Courier courier;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService sweeper;

    private Provider(FolderLock lock, Books books, Courier courier, HttpServer server) {
        this.lock = lock;
        this.books = books;
        this.courier = courier;
        this.server = server;
        this.sweeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sweeper").factory());
    }

    static {
        // Read when the JDK's server is first used. Without this, answers wait 40 ms for the caller's TCP.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        System.setProperty("jdk.httpserver.maxConnections", "10000");
    }

    public static Provider start(Settings settings) throws IOException {
        var lock = FolderLock.take(settings.data());
        var courier = new Courier(settings.tempo());
        try {
            var books = Books.open(
                    settings.data().resolve("log.jsonl"), settings.shops(), settings.clock(), courier::accept);
            try {
                var address = new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port());
                var provider = new Provider(lock, books, courier, HttpServer.create(address, BACKLOG));
                provider.begin(settings);
                return provider;
            } catch (IOException | RuntimeException e) {
                books.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            courier.close();
            lock.close();
            throw e;
        }
    }

    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    private void begin(Settings settings) {
        var hold = settings.tempo().hold();
        server.setExecutor(workers);
        server.createContext("/", new Guard(in -> Reply.notFound("There is nothing here"), hold));
        server.createContext("/v1/", new Guard(new Api(books, new Checkouts(url())), hold));
        server.createContext("/pay/", new Guard(new PayPage(books, settings.clock()), hold));
        books.accounts().forEach(account -> account.untold().forEach(event -> courier.accept(account, event)));
        var _ = sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        server.start();
    }

    private void sweep() {
        books.accounts().forEach(Account::sweep);
    }

    @Override
    public void close() throws IOException {
        sweeper.shutdownNow();
        server.stop(STOP_SECONDS);
        workers.shutdownNow();
        courier.close();
        books.close();
        lock.close();
    }
}
