/** Faults on demand. */
@NullMarked
package io.jari.provider.fault;

import org.jspecify.annotations.NullMarked;
