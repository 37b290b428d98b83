@NullMarked
package io.jari.bench.draw;

import org.jspecify.annotations.NullMarked;
