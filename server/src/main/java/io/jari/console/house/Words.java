package io.jari.console.house;

import io.jari.page.Texts;

/** What the API names, in words. */
final class Words {
    private Words() {}

    /** As it stands where nobody has put it in words. */
    static String of(Texts t, String area, String name) {
        return t.has(area + name) ? t.say(area + name) : name;
    }
}
