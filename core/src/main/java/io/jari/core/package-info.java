/** The rules of the house, free of frameworks, SQL and clocks. */
@NullMarked
package io.jari.core;

import org.jspecify.annotations.NullMarked;
