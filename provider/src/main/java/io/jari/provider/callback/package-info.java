/** Signed callbacks to the shops, sent until they are taken or given up. */
@NullMarked
package io.jari.provider.callback;

import org.jspecify.annotations.NullMarked;
