package io.jari.account;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords are refused: those that come early when guessed by a list of breached ones, common words, keys side by side and
 * the like, and those made of what everybody knows of their owner. Any letters do; none are demanded.
 */
@ApplicationScoped
class PasswordRules {
    /** Throttled as guessing is here, this takes years; zxcvbn's own mark of what is not very guessable. */
    private static final double FEWEST_GUESSES = 1e6;
    /** Letters judged at either end: the work grows with the cube. */
    private static final int JUDGED = 24;
    /** Signs that may stand for letters: with more kinds of them it is no word, and each kind doubles the work. */
    private static final int MOST_SIGNS = 10;

    private static final String SIGNS = "4@8({[<369&#!1/|0$5+7%2";
    private final Passwords passwords;
    private @Nullable Zxcvbn judge;

    PasswordRules(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Why a password is refused. */
    enum Flaw {
        COMMON(
                "This password is on lists of common or breached ones, or easily guessed. Choose another, such as four words."),
        OWN("This password is made of your own name or e-mail address. Choose another, such as four words.");

        private final String detail;

        Flaw(String detail) {
            this.detail = detail;
        }

        String detail() {
            return detail;
        }

        /** As programmes read it. */
        String reason() {
            return this == OWN ? "own-name" : "common";
        }
    }

    /** Throws a problem that names the field and says why. */
    void require(String pointer, String password, String email, String name) {
        flaw(password, email, name).ifPresent(flaw -> {
            throw Refusal.passwordRefused(pointer, flaw);
        });
    }

    Optional<Flaw> flaw(String password, String email, String name) {
        var known = known(email, name);
        return passwords.inPool(() -> judged(password, known));
    }

    private Optional<Flaw> judged(String password, List<String> known) {
        var first = judgedPart(password.substring(0, Math.min(JUDGED, password.length())), known);
        if (first.isEmpty() || password.length() <= JUDGED) {
            return first;
        }
        return judgedPart(password.substring(password.length() - JUDGED), known);
    }

    private Optional<Flaw> judgedPart(String part, List<String> known) {
        if (part.chars().filter(c -> SIGNS.indexOf(c) >= 0).distinct().count() > MOST_SIGNS) {
            return Optional.empty();
        }
        var strength = judge().measure(part, known);
        if (strength.getGuesses() >= FEWEST_GUESSES && !isOwn(part, known)) {
            return Optional.empty();
        }
        return Optional.of(usesOwn(strength) || isOwn(part, known) ? Flaw.OWN : Flaw.COMMON);
    }

    private static boolean usesOwn(Strength strength) {
        return strength.getSequence().stream().anyMatch(match -> "user_inputs".equals(match.dictionaryName));
    }

    /** However rare the name. */
    private static boolean isOwn(String part, List<String> known) {
        return known.stream().anyMatch(part::equalsIgnoreCase);
    }

    private static List<String> known(String email, String name) {
        var at = email.indexOf('@');
        var local = at < 0 ? email : email.substring(0, at);
        return Stream.of(
                        Stream.of(email, local, name, name.replace(" ", "")),
                        Stream.of(local.split("[._+-]", -1)),
                        Stream.of(name.split("\\s", -1)),
                        Stream.of("jari"))
                .flatMap(each -> each)
                .filter(Predicate.not(String::isBlank))
                .distinct()
                .toList();
    }

    /** Made when first asked: its lists take a third of a second and some megabytes. */
    private synchronized Zxcvbn judge() {
        judge = Objects.requireNonNullElseGet(judge, Zxcvbn::new);
        return judge;
    }
}
