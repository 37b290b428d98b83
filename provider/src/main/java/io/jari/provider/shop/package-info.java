/** The merchants who have an account here, each with its own key, secret and style of provider. */
@NullMarked
package io.jari.provider.shop;

import org.jspecify.annotations.NullMarked;
