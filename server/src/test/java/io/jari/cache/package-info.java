@NullMarked
package io.jari.cache;

import org.jspecify.annotations.NullMarked;
