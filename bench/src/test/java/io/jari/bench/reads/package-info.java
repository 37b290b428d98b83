@NullMarked
package io.jari.bench.reads;

import org.jspecify.annotations.NullMarked;
