/** What revenue staff read of a hotel: its nights as they sell, what they brought in, and what overbooking risks. */
@NullMarked
package io.jari.revenue;

import org.jspecify.annotations.NullMarked;
