/** Group commit: the requests that arrive while one transaction commits form the next one. */
@NullMarked
package io.jari.core.commit;

import org.jspecify.annotations.NullMarked;
