/** Reports: one self-contained page of HTML with plots drawn as SVG, for light and dark. */
@NullMarked
package io.jari.bench.chart;

import org.jspecify.annotations.NullMarked;
