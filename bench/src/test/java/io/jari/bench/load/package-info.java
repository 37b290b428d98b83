@NullMarked
package io.jari.bench.load;

import org.jspecify.annotations.NullMarked;
