@NullMarked
package io.jari.bench.scale;

import org.jspecify.annotations.NullMarked;
