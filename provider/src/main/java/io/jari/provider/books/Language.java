package io.jari.provider.books;

/** What the payment page speaks. */
public enum Language {
    KO,
    EN
}
