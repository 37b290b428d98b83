/** How the sale of a date goes, for those who watch over it. */
@NullMarked
package io.jari.sale;

import org.jspecify.annotations.NullMarked;
