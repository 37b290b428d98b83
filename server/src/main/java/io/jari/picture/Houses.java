package io.jari.picture;

/** Houses and what grows beside them. */
final class Houses {
    private static final String[] WALLS = {"#f4efe4", "#e8ddcb", "#d7c4ab", "#f7f3ee", "#c9b8a4", "#e5d3c5"};
    private static final String[] ROOFS = {"#37474f", "#5a4136", "#7a3b32", "#44515e", "#4b4a43"};
    private static final int GROUND = 384;

    private Houses() {}

    /** Storeys of windows, some of them lit. */
    static void tower(Sketch s, Light light) {
        var across = s.between(4, 7);
        var floors = s.between(5, 9);
        var width = across * 30 + 24;
        var x = s.between(60, 540 - width);
        var top = GROUND - floors * 30 - 34;
        s.rect(x, top, width, GROUND - top, 4, s.one(WALLS));
        s.rect(x - 6, top - 8, width + 12, 10, 3, s.one(ROOFS));
        windows(s, light, x + 16, top + 20, across, floors, 30);
        s.rect(x + width / 2.0 - 17, GROUND - 32, 34, 32, 3, light.near);
    }

    /** Long and low, under a roof of tiles whose ends rise. */
    static void tiled(Sketch s, Light light) {
        var width = s.between(260, 380);
        var x = s.between(40, 560 - width);
        var top = s.between(262, 284);
        var roof = s.one(ROOFS);
        s.rect(x + 22, top, width - 44, GROUND - top, s.one(WALLS));
        s.path(
                "M%d %dq%d 22 %d -26h%dq18 48 %d 26q-18 12 -%d 12h-%dq-%d 0 -%d -12z"
                        .formatted(x - 14, top, 38, 52, width - 76, 52, 30, width - 32, 12, 30),
                roof);
        s.rect(x + 36, top - 34, width - 72, 9, 4, roof);
        for (var post = x + 30; post < x + width - 40; post += 44) {
            s.rect(post, top + 12, 5, GROUND - top - 12, "#6b4f3a");
            s.rect(post + 10, top + 26, 28, 40, 2, s.once(3) ? "#efe8d8" : light.window);
            s.rect(post + 23, top + 26, 2, 40, "#8a6d55");
            s.rect(post + 10, top + 45, 28, 2, "#8a6d55");
        }
        s.rect(x + 8, GROUND - 12, width - 16, 12, "#a59a8c");
    }

    /** Two or three houses side by side. */
    static void gables(Sketch s, Light light) {
        var houses = s.between(2, 3);
        var x = s.between(50, 150);
        for (var i = 0; i < houses; i++) {
            var width = s.between(96, 132);
            var top = s.between(240, 286);
            s.rect(x, top, width, GROUND - top, s.one(WALLS));
            s.path(
                    "M%d %dL%d %dL%d %dZ"
                            .formatted(
                                    x - 10, top + 2, x + width / 2, top - s.between(38, 60), x + width + 10, top + 2),
                    s.one(ROOFS));
            windows(s, light, x + 16, top + 18, (width - 20) / 34, (GROUND - top - 24) / 36, 36);
            x += width + s.between(-4, 16);
        }
    }

    private static void windows(Sketch s, Light light, int x, int y, int across, int down, int apart) {
        for (var row = 0; row < down; row++) {
            for (var column = 0; column < across; column++) {
                var late = light == Light.NIGHT || light == Light.DUSK;
                var lit = late ? !s.once(3) : s.once(4);
                s.rect(x + column * (apart - 2), y + row * apart, 16, 19, 2, lit ? light.window : "#7d93a3");
            }
        }
    }

    static void tree(Sketch s, int x, int y, Light light) {
        var high = s.between(34, 62);
        s.rect(x - 2, y - high / 2.0, 4, high / 2.0 + 14, "#4c3b2f");
        if (s.once(2)) {
            s.path("M%d %dl%d %dh-%dz".formatted(x, y - high, high / 3, high * 3 / 4, high * 2 / 3), light.middle);
            s.path(
                    "M%d %dl%d %dh-%dz".formatted(x, y - high + high / 4, high / 2 - 4, high * 3 / 4, high - 8),
                    light.near);
        } else {
            s.circle(x, y - high * 0.7, high * 0.36, light.middle);
            s.circle(x + high * 0.2, y - high * 0.5, high * 0.26, light.near);
        }
    }
}
