package io.jari.account;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person known to the house. */
public record Account(
        @JsonProperty("accountID") @JsonFormat(shape = JsonFormat.Shape.STRING)
        long accountId,

        String email,
        String name,
        @Nullable String phone,
        String language,
        boolean staff,
        boolean closed,
        int version,
        Instant createdAt) {}
