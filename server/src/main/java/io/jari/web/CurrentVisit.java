package io.jari.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The visit under way. */
@RequestScoped
public class CurrentVisit {
    private @Nullable Visit visit;

    void begin(Visit begun) {
        visit = begun;
    }

    Visit get() {
        return Objects.requireNonNull(visit, "asked of a page without HtmlPage");
    }
}
