/** Requests and replies over the JDK's HTTP server. */
@NullMarked
package io.jari.provider.http;

import org.jspecify.annotations.NullMarked;
