/** What generators of load share: requests and responses as bytes, who sends them, and what that costs the processes. */
@NullMarked
package io.jari.bench.wire;

import org.jspecify.annotations.NullMarked;
