/** Made-up chains of hotels and people: the demo's few, and as many as a load test asks for. */
@NullMarked
package io.jari.load;

import org.jspecify.annotations.NullMarked;
