@NullMarked
package io.jari.bench.report;

import org.jspecify.annotations.NullMarked;
