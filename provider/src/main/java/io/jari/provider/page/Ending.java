package io.jari.provider.page;

import io.jari.provider.books.Checkout;
import io.jari.provider.books.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a checkout that is no longer open ended: in words for the guest, in one word for the shop. */
record Ending(Words words, String result) {

    static Ending of(Checkout checkout) {
        return switch (checkout.status()) {
            case CAPTURED -> new Ending(Words.PAID, "paid");
            case AUTHORIZED -> new Ending(Words.AUTHORIZED, "authorized");
            case FAILED -> failed(checkout.reason() == null ? Reason.CARD_DECLINED : checkout.reason());
            case CLOSED -> new Ending(Words.CLOSED, "closed");
            case EXPIRED -> new Ending(Words.EXPIRED, "expired");
            case OPEN -> throw new IllegalArgumentException("Checkout " + checkout.id() + " is open");
        };
    }

    private static Ending failed(Reason reason) {
        return switch (reason) {
            case GIVEN_UP -> new Ending(Words.GIVEN_UP, "given-up");
            case INSUFFICIENT_FUNDS -> new Ending(Words.NO_FUNDS, "declined");
            case CARD_DECLINED, CARD_CLOSED, CLOSED_BY_SHOP -> new Ending(Words.DECLINED, "declined");
        };
    }

    /** The shop's address with how it ended; what it had as query and fragment stays. */
    String returnUrl(Checkout checkout) {
        var url = checkout.order().returnUrl();
        var hash = url.indexOf('#');
        var before = hash < 0 ? url : url.substring(0, hash);
        var fragment = hash < 0 ? "" : url.substring(hash);
        var joint = !before.contains("?") ? "?" : before.endsWith("?") || before.endsWith("&") ? "" : "&";
        return before + joint + "checkout=" + checkout.id() + "&reference="
                + encoded(checkout.order().reference()) + "&result=" + result + fragment;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
