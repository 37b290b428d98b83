package io.jari.picture;

/** A concert, from behind those who listen. */
final class Stage {
    private static final String[][] LIGHTS = {
        {"#1b1033", "#5a1f6e", "#ff7ac6", "#ffd36e"},
        {"#081f33", "#0f4c75", "#62d2ff", "#f9f871"},
        {"#2b0d12", "#8a1c2c", "#ff9a5a", "#ffe08a"},
        {"#0b2420", "#0f6b5d", "#7af0c8", "#fff0b0"},
        {"#141432", "#3b3a8a", "#b39bff", "#ff9ad5"}
    };

    private Stage() {}

    static void draw(Sketch s) {
        var colors = s.one(LIGHTS);
        s.gradient(colors[0], colors[1]);
        for (var i = 0; i < 40; i++) {
            s.circle(s.upTo(Sketch.WIDTH), s.upTo(190), s.between(1, 2) * 0.6, "#fff");
        }
        var beams = s.between(4, 7);
        for (var i = 0; i < beams; i++) {
            var from = 60 + i * (480 / beams);
            var to = s.between(60, 540);
            s.path(
                    "M%d 0L%d 300h%dL%d 0z".formatted(from, to - 40, 90, from + 10),
                    i % 2 == 0 ? colors[2] : colors[3],
                    0.2);
        }
        s.path("M110 300q190 -40 380 0v30h-380z", "#0a0a12");
        s.circle(300, 226, 62, colors[3]).path("M238 226a62 62 0 0 1 124 0z", colors[2], 0.8);
        players(s);
        crowd(s, 330, 26, "#12101c");
        crowd(s, 366, 34, "#07060c");
    }

    private static void players(Sketch s) {
        for (var x = 200 + s.upTo(30); x < 420; x += s.between(44, 70)) {
            s.circle(x, 236, 8, "#05050a").rect(x - 8, 245, 16, 40, 7, "#05050a");
        }
    }

    private static void crowd(Sketch s, int y, int size, String fill) {
        for (var x = -10; x < Sketch.WIDTH + 10; x += size - s.upTo(7)) {
            var high = y + s.upTo(12);
            s.circle(x, high, size / 2.4, fill).rect(x - size / 1.7, high + size / 3.0, size * 1.2, 80, 10, fill);
            if (s.once(4)) {
                s.rect(x + size / 3.0, high - size, 5, size * 1.3, 3, fill);
            }
        }
    }
}
