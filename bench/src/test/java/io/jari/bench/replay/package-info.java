@NullMarked
package io.jari.bench.replay;

import org.jspecify.annotations.NullMarked;
