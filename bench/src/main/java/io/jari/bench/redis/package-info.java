/** Locks in Redis, to compare with. Its libraries are not part of the archive. */
@NullMarked
package io.jari.bench.redis;

import org.jspecify.annotations.NullMarked;
