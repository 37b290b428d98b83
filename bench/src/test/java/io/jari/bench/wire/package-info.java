@NullMarked
package io.jari.bench.wire;

import org.jspecify.annotations.NullMarked;
