@NullMarked
package io.jari.bench.cli;

import org.jspecify.annotations.NullMarked;
