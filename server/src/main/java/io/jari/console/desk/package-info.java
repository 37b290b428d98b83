/** The front desk: a hotel's day, its rooms, its guests and their stays. */
@NullMarked
package io.jari.console.desk;

import org.jspecify.annotations.NullMarked;
