/** The pages of staff. What is pressed there is a request to the API. */
@NullMarked
package io.jari.console;

import org.jspecify.annotations.NullMarked;
