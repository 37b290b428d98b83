/** Load of the shape people make: each waits for the answer before pressing the button again. */
@NullMarked
package io.jari.bench.load;

import org.jspecify.annotations.NullMarked;
