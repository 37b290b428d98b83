/** Was somebody charged twice? All that happened with a payment, from every book, and what it comes to. */
@NullMarked
package io.jari.timeline;

import org.jspecify.annotations.NullMarked;
