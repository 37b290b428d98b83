package io.jari.page;

import io.jari.http.CookieNames;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language of the pages. */
public enum Language {
    KO(Locale.KOREAN),
    EN(Locale.ENGLISH);

    public static final String COOKIE = CookieNames.LANGUAGE;
    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public String code() {
        return locale.getLanguage();
    }

    public Language other() {
        return this == KO ? EN : KO;
    }

    public static Optional<Language> of(@Nullable String code) {
        for (var language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** What this address asks for, else what was chosen before, else what the browser prefers, else Korean. */
    public static Language of(ContainerRequestContext request) {
        var chosen = request.getCookies().get(COOKIE);
        return of(request.getUriInfo().getQueryParameters().getFirst("lang"))
                .or(() -> of(chosen == null ? null : chosen.getValue()))
                .orElseGet(() -> preferred(request.getAcceptableLanguages()));
    }

    /** The first that a browser's list names, else Korean. */
    private static Language preferred(List<Locale> accepted) {
        return accepted.stream()
                .flatMap(locale -> of(locale.getLanguage()).stream())
                .findFirst()
                .orElse(KO);
    }
}
