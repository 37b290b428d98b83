/** A payment provider to test against: what an integrator runs in place of a real one. */
@NullMarked
package io.jari.provider;

import org.jspecify.annotations.NullMarked;
