/** What all of HTTP shares: problem+json, idempotency, listeners, request ids. */
@NullMarked
package io.jari.http;

import org.jspecify.annotations.NullMarked;
