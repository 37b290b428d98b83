/** Group commit, proven: by sentences, by random faults, and by every interleaving of a few steps. */
@NullMarked
package io.jari.core.commit;

import org.jspecify.annotations.NullMarked;
