/** What reading costs: each read endpoint beside nginx serving the same bytes, and all of them as visitors mix them. */
@NullMarked
package io.jari.bench.reads;

import org.jspecify.annotations.NullMarked;
