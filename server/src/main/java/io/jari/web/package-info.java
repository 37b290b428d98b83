/** Pages for guests: plain HTML, made on the server, in Korean and English. */
@NullMarked
package io.jari.web;

import org.jspecify.annotations.NullMarked;
