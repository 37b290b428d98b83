/** How commands become committed transactions: many in one, or one by one for comparison. */
@NullMarked
package io.jari.commit;

import org.jspecify.annotations.NullMarked;
