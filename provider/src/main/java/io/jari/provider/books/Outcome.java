package io.jari.provider.books;

import java.util.Optional;

/** How a call on the books ended. */
public sealed interface Outcome<T> {

    /** It is so; {@code moved} says that this very call moved money, and no repeat of it. */
    record Done<T>(T thing, boolean moved) implements Outcome<T> {}

    /** It is not done, and nothing is changed; with the checkout as it stands, where there is one. */
    record Refused<T>(Refusal why, Optional<Checkout> checkout) implements Outcome<T> {}
}
