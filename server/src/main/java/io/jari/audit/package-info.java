/** The journal as people read it: who did what, when. */
@NullMarked
package io.jari.audit;

import org.jspecify.annotations.NullMarked;
