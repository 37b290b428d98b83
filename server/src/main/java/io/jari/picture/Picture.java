package io.jari.picture;

/** What can be drawn. */
enum Picture {
    /** A house in its landscape. */
    HOTEL {
        @Override
        void draw(Sketch s) {
            var light = s.one(Light.values());
            land(s, light);
            switch (s.upTo(3)) {
                case 0 -> Houses.tower(s, light);
                case 1 -> Houses.tiled(s, light);
                default -> Houses.gables(s, light);
            }
            s.hills(372, 14, 4, light.near);
            for (var i = s.between(2, 6); i > 0; i--) {
                Houses.tree(s, s.between(20, 580), s.between(352, 380), light);
            }
        }
    },

    /** A room with a window. */
    ROOM {
        @Override
        void draw(Sketch s) {
            Interior.draw(s, s.one(Light.values()));
        }
    },

    /** A stage and those before it. */
    CONCERT {
        @Override
        void draw(Sketch s) {
            Stage.draw(s);
        }
    };

    private static final int STARS = 40;

    abstract void draw(Sketch s);

    /** Always the same for the same number. */
    String of(long number) {
        var sketch = new Sketch(number * 31 + name().length());
        draw(sketch);
        return sketch.done();
    }

    /** Sky, sun or moon, and hills or the sea. */
    private static void land(Sketch s, Light light) {
        s.gradient(light.sky, light.horizon);
        if (light == Light.NIGHT) {
            for (var i = 0; i < STARS; i++) {
                s.circle(s.upTo(Sketch.WIDTH), s.upTo(200), s.between(1, 2) * 0.7, light.sun);
            }
        }
        s.circle(s.between(80, 520), s.between(60, 130), s.between(22, 42), light.sun);
        s.hills(s.between(215, 250), 70, s.between(3, 4), light.far);
        if (s.once(2)) {
            sea(s, light);
        } else {
            s.hills(s.between(275, 300), 50, 5, light.middle);
        }
    }

    private static void sea(Sketch s, Light light) {
        s.rect(0, 268, Sketch.WIDTH, 132, light.middle);
        for (var i = 0; i < 14; i++) {
            s.rect(s.between(-20, 540), s.between(276, 350), s.between(30, 110), 2, 1, light.horizon);
        }
    }
}
