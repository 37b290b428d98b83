/** Jari over HTTP, as a guest or a member of staff sees it, and a server of one's own to try it on. */
@NullMarked
package io.jari.bench.api;

import org.jspecify.annotations.NullMarked;
