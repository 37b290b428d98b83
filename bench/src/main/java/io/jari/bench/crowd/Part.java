package io.jari.bench.crowd;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** What people do when their time has come, and what they make of answers. All calls come from one thread. */
interface Part {
    /** What the person sends now; null when nothing, for they have gone. */
    @Nullable
    What next(int person, long now);

    /** @param authority whom the request goes to */
    Buffer request(int person, What what, String authority);

    void heard(Heard heard);
}
