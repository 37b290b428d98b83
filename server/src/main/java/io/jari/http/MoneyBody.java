package io.jari.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Integer minor units of a currency. */
@Schema(name = "Money", examples = "{\"amount\": 240000, \"currency\": \"KRW\"}")
public record MoneyBody(long amount, String currency) {}
