/** Letters by e-mail: each made once from the event feed, written in the language of whoever gets it, sent at least once. */
@NullMarked
package io.jari.mail;

import org.jspecify.annotations.NullMarked;
