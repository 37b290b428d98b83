/** Where the server listens, and how it holds out against those who are slow, many, or neither done nor gone. */
@NullMarked
package io.jari.listen;

import org.jspecify.annotations.NullMarked;
