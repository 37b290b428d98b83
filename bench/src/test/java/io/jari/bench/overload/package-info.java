@NullMarked
package io.jari.bench.overload;

import org.jspecify.annotations.NullMarked;
