/** What every page is made of: its frame, its words in two languages, its forms, its headers, and who visits. */
@NullMarked
package io.jari.page;

import org.jspecify.annotations.NullMarked;
