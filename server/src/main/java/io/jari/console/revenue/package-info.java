/** What a hotel sells and for how much: inventory, prices, figures, and the hotel itself. */
@NullMarked
package io.jari.console.revenue;

import org.jspecify.annotations.NullMarked;
