@NullMarked
package io.jari.bench.chart;

import org.jspecify.annotations.NullMarked;
