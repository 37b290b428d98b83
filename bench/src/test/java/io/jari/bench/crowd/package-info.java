@NullMarked
package io.jari.bench.crowd;

import org.jspecify.annotations.NullMarked;
