@NullMarked
package io.jari.bench.strategies;

import org.jspecify.annotations.NullMarked;
