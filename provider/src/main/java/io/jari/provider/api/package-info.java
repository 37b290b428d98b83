/** The HTTP interface for shops. */
@NullMarked
package io.jari.provider.api;

import org.jspecify.annotations.NullMarked;
