package io.jari.provider.shop;

/** How money is captured: at once when the guest pays, or only by the shop's confirmation afterwards. */
public enum Style {
    CALLBACK,
    CONFIRM
}
