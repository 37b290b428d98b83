package io.jari.closure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some refunds; the amount is in minor units. */
@Schema(name = "RefundSum")
record RefundSum(int count, long amount) {
    static final RefundSum NONE = new RefundSum(0, 0);
}
