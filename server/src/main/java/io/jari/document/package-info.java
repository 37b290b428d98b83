/** The API's document: what the code does not say by its types is added while building. */
@NullMarked
package io.jari.document;

import org.jspecify.annotations.NullMarked;
