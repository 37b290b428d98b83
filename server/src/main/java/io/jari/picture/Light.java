package io.jari.picture;

/** The colours of a time of day. */
enum Light {
    DAWN("#f7b89c", "#fce8d5", "#fff4e3", "#c58f86", "#8d6a72", "#5d4a58", "#ffe9b8"),
    NOON("#8ec9e8", "#e6f4f1", "#fffbe6", "#8fb99a", "#5f9377", "#3d6a58", "#d9f0ff"),
    GOLDEN("#f2a65a", "#fbe3b0", "#fff6d8", "#b98b58", "#86653f", "#5a452f", "#ffedb0"),
    DUSK("#4a5a8a", "#d99a9c", "#ffe7cf", "#5c5b83", "#40446b", "#2b2f4f", "#ffd88a"),
    NIGHT("#141d3a", "#33456e", "#f3f0dc", "#26345c", "#1b2747", "#121a33", "#ffd27a");

    final String sky;
    final String horizon;
    final String sun;
    final String far;
    final String middle;
    final String near;
    final String window;

    Light(String sky, String horizon, String sun, String far, String middle, String near, String window) {
        this.sky = sky;
        this.horizon = horizon;
        this.sun = sun;
        this.far = far;
        this.middle = middle;
        this.near = near;
        this.window = window;
    }
}
