/** QR codes as drawings. */
@NullMarked
package io.jari.qr;

import org.jspecify.annotations.NullMarked;
