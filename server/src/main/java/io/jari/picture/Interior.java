package io.jari.picture;

/** A room of a hotel. */
final class Interior {
    private static final String[] WALLS = {"#e9e2d6", "#dfe6e1", "#e6dcd5", "#d9e0e8", "#efe7da", "#e3ddea"};
    private static final String[] FLOORS = {"#b08d6a", "#9c7b5b", "#c4a884", "#8d7460"};
    private static final String[] CLOTH = {"#2f6f66", "#8a4b3a", "#3c5a86", "#7a5c86", "#9a7a2f", "#4f6b45"};

    private Interior() {}

    static void draw(Sketch s, Light light) {
        s.rect(0, 0, Sketch.WIDTH, Sketch.HEIGHT, s.one(WALLS));
        s.rect(0, 300, Sketch.WIDTH, 100, s.one(FLOORS));
        s.rect(0, 294, Sketch.WIDTH, 8, "#fff");
        window(s, light, s.between(40, 90), s.between(56, 80));
        var cloth = s.one(CLOTH);
        s.path("M60 372h%dl30 28h-%dz".formatted(440, 520), cloth, 0.35);
        bed(s, 300, cloth);
        lamp(s, s.once(2) ? 262 : 568);
        s.rect(360, s.between(84, 110), 84, 62, 3, "#6b5a4a")
                .rect(366, 96, 72, 50, light.horizon)
                .circle(424, 112, 8, light.sun);
        s.path("M366 146v-12q20 -20 40 -4t32 -2v18z", light.middle);
        if (s.once(2)) {
            plant(s, 250);
        }
    }

    private static void window(Sketch s, Light light, int x, int y) {
        s.rect(x - 8, y - 8, 176, 176, 4, "#fff").rect(x, y, 160, 160, light.sky);
        s.rect(x, y + 70, 160, 90, light.horizon).circle(x + s.between(24, 130), y + 44, 15, light.sun);
        s.path("M%d %dq40 -46 80 -12t80 -16v68h-160z".formatted(x, y + 108), light.far);
        s.path("M%d %dq34 -20 70 -4t90 -10v40h-160z".formatted(x, y + 134), light.middle);
        s.rect(x + 78, y, 4, 160, "#fff").rect(x, y + 76, 160, 4, "#fff");
        s.rect(x - 24, y - 14, 22, 200, 6, "#f6f1ea").rect(x + 162, y - 14, 22, 200, 6, "#f6f1ea");
    }

    private static void bed(Sketch s, int x, String cloth) {
        var beds = s.between(1, 2);
        var width = beds == 1 ? 230 : 112;
        for (var i = 0; i < beds; i++) {
            var left = x + i * (width + 14);
            s.rect(left, 204, width, 90, 10, "#7a5f48").rect(left, 262, width, 84, 8, "#fdfbf7");
            s.rect(left, 288, width, 66, 8, cloth).rect(left, 284, width, 12, 4, "#f4efe6");
            var pillow = beds == 1 ? width / 2 - 20 : width - 28;
            s.rect(left + 14, 240, pillow, 34, 10, "#fff");
            if (beds == 1) {
                s.rect(left + width / 2.0 + 6, 240, pillow, 34, 10, "#fff");
            }
            s.rect(left + 8, 352, 8, 14, "#5d4735").rect(left + width - 16, 352, 8, 14, "#5d4735");
        }
    }

    private static void lamp(Sketch s, int x) {
        s.circle(x, 196, 44, "#fff3cf").rect(x - 2, 200, 4, 96, "#6b5a4a");
        s.path("M%d 206l10 -36h28l10 36z".formatted(x - 24), "#f2d493");
        s.rect(x - 14, 292, 28, 5, 2, "#6b5a4a");
    }

    private static void plant(Sketch s, int x) {
        s.path("M%d 338h36l-6 34h-24z".formatted(x - 18), "#c98f5f");
        for (var lean = -30; lean <= 30; lean += 15) {
            s.path(
                    "M%d 338q%d -50 %d -%d q%d 40 -%d %d z"
                            .formatted(x, lean / 2, lean, s.between(70, 96), -lean / 4, lean, 78),
                    "#4e7d57",
                    0.9);
        }
    }
}
