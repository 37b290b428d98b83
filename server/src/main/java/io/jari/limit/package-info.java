/** How often one may call, by kind of call: by address, and by account where somebody is signed in. */
@NullMarked
package io.jari.limit;

import org.jspecify.annotations.NullMarked;
