package io.jari.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.jari.ticket.Scanner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;

/** A window of a real browser as somebody uses it: by what is written on buttons, links and fields. */
public final class Window {
    private static final int MOST_TABS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AXE = axe();
    private final Page page;
    private final URI base;
    private final String name;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private int pictures;

    /** @param name of its pictures in target/pictures */
    public Window(BrowserContext person, URI base, String name) {
        this.page = person.newPage();
        this.base = base;
        this.name = name;
        page.setDefaultTimeout((double) PATIENCE.toMillis());
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // A page with a status above 399 is a complaint of the console as well.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
    }

    private static String axe() {
        try (var source = Window.class.getResourceAsStream("/axe.min.js")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Window open(String path) {
        page.navigate(base.resolve(path).toString());
        return this;
    }

    public Window press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
        return this;
    }

    public Window follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        return this;
    }

    public Window fill(String label, String text) {
        page.getByLabel(label).first().fill(text);
        return this;
    }

    /** Ticks what is labelled so, exactly. */
    public Window choose(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .check();
        return this;
    }

    /** What the ticked seats would send. */
    public List<String> chosen() {
        return page.locator("[name=seat]:checked").all().stream()
                .map(box -> box.getAttribute("value"))
                .toList();
    }

    /** Every picture of the page is drawn. */
    public Window seesPictures() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                page.evaluate(
                                        "() => document.images.length > 0 && [...document.images].every(i => i.naturalWidth > 0)"))
                        .isEqualTo(true));
        return this;
    }

    /** The words are there, or come within a while. */
    public Window sees(String words) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(page.innerText("body")).contains(words));
        return this;
    }

    /** The same where the page must be loaded again to see what happened. */
    public Window seesInTheEnd(String words) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            page.reload();
            assertThat(page.innerText("body")).contains(words);
        });
        return this;
    }

    /** Nothing is cut off or wider than the window but for what scrolls sideways on its own, and the browser did not complain. */
    public Window picture(String of) {
        var file = Path.of("target", "pictures", "%s-%02d-%s.png".formatted(name, ++pictures, of));
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll('body *')]
                            .filter(e => !e.parentElement.closest('.wide'))
                            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
                            .map(e => e.outerHTML.slice(0, 100))
                        """))
                .as(of + " sticks out")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        assertThat(complaints).as(of).isEmpty();
        assertThat(barriers()).as(of + ": what keeps somebody out").isEmpty();
        return this;
    }

    /** What axe finds serious or critical. */
    private List<?> barriers() {
        page.evaluate(AXE);
        return (List<?>) page.evaluate("""
                () => axe.run({ resultTypes: ['violations'] }).then((found) => found.violations
                    .filter((rule) => ['serious', 'critical'].includes(rule.impact))
                    .map((rule) => `${rule.id}: ${rule.help} at ${rule.nodes.slice(0, 3).map((node) => node.html)}`))
                """);
    }

    /** Does something after which the page comes anew, and waits for that. */
    public Window anew(Runnable press) {
        page.evaluate("() => { window.stale = true }");
        press.run();
        page.waitForFunction("() => !window.stale && document.readyState === 'complete'");
        return this;
    }

    /** What somebody hears who reads this part of the page with a screen reader, as an outline. */
    public String heard(String part) {
        return page.locator(part).ariaSnapshot();
    }

    /** A key, or several in turn. */
    public Window key(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Types where the cursor is. */
    public Window type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** By the tab key alone, to what has this name and role; fails when it is not among the next so many. */
    public Window tabTo(AriaRole role, String called) {
        var wanted = page.getByRole(role, new Page.GetByRoleOptions().setName(called))
                .first();
        for (var i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(wanted.evaluate("e => e === document.activeElement"))) {
                return this;
            }
        }
        throw new AssertionError("no way by the keyboard to " + role + " " + called);
    }

    /** The page itself, for what is measured in it. */
    public Page page() {
        return page;
    }

    /** What a scanner reads that is held over the first picture with this description. */
    public String scanned(String description) throws IOException {
        var picture = page.getByAltText(description).first().screenshot();
        return Scanner.scan(ImageIO.read(new ByteArrayInputStream(picture))).orElse("");
    }

    public String path() {
        return URI.create(page.url()).getPath();
    }
}
