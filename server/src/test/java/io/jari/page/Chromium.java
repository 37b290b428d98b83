package io.jari.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser: the Chromium of this machine. */
public final class Chromium implements AutoCloseable {
    /** The first, which has no windows to draw, needs half of the time. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private static final List<String> ON_A_MAC = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** One for all tests of a process that want the same: a start takes seconds. It ends with the process. */
    private static final Map<List<String>, Browser> RUNNING = new HashMap<>();

    private final Browser browser;
    private final List<BrowserContext> people = new ArrayList<>();

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    private static Browser start(Path executable, List<String> flags) {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(flags));
    }

    /**
     * Where none is installed the test is skipped, but not on a machine that checks for everybody.
     *
     * @param flags besides those that all have
     */
    public static Chromium launch(String... flags) {
        var executable = executable();
        if (executable.isEmpty()) {
            var message = "No Chromium on the path: install Debian's chromium, or Chrome, to run this test.";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            System.err.println(message); // the reason of a skipped test is in its report alone
            Assumptions.abort(message);
        }
        return new Chromium(RUNNING.computeIfAbsent(
                Stream.concat(FLAGS.stream(), Stream.of(flags)).toList(), all -> start(executable.orElseThrow(), all)));
    }

    private static Optional<Path> executable() {
        var onThePath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onThePath, ON_A_MAC.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Somebody with a window of this size, cookies of their own and this language. */
    public BrowserContext person(String language, int width, int height) {
        var person = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, height)
                .setDeviceScaleFactor(1));
        people.add(person);
        return person;
    }

    /** All its people go; the browser stays. */
    @Override
    public void close() {
        people.forEach(BrowserContext::close);
    }
}
