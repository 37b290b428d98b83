package io.jari.web;

import org.jspecify.annotations.Nullable;

/**
 * How a reservation can be paid now.
 *
 * @param action where the form goes
 * @param until by when
 * @param flaw why the last attempt came to nothing
 * @param underWay what has begun and not ended; null: nothing has
 * @param wallet what the wallet's button says
 * @param walletFlaw why the wallet cannot pay; null: it can
 * @param charge where to put money into it
 */
public record PayView(
        String action,
        String until,
        @Nullable String flaw,
        @Nullable String underWay,
        String wallet,
        @Nullable String walletFlaw,
        String charge) {}
