/** Reading JSON strictly, naming the field that is wrong. */
@NullMarked
package io.jari.provider.json;

import org.jspecify.annotations.NullMarked;
