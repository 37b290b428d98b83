/** Who did what, when; and the outbox from which events are published. */
@NullMarked
package io.jari.journal;

import org.jspecify.annotations.NullMarked;
