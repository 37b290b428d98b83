package io.jari.page;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The visit under way. */
@RequestScoped
public class CurrentVisit {
    private @Nullable Visit visit;
    private @Nullable BooleanSupplier mayStillBeShown;

    public void begin(Visit begun) {
        visit = begun;
    }

    /** The page is the same for whoever asks alike, for as long as that says so. */
    public void sameWhile(BooleanSupplier mayStillBeShown) {
        this.mayStillBeShown = mayStillBeShown;
    }

    /** Null where nothing is known of it. */
    @Nullable
    BooleanSupplier sameWhile() {
        return mayStillBeShown;
    }

    public Visit get() {
        return Objects.requireNonNull(visit, "asked of a page without HtmlPage");
    }
}
