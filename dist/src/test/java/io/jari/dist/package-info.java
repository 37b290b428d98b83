@NullMarked
package io.jari.dist;

import org.jspecify.annotations.NullMarked;
