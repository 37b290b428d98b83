package io.jari.page;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The visit under way. */
@RequestScoped
public class CurrentVisit {
    private @Nullable Visit visit;

    public void begin(Visit begun) {
        visit = begun;
    }

    public Visit get() {
        return Objects.requireNonNull(visit, "asked of a page without HtmlPage");
    }
}
