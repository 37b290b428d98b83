/** What is asked for all the time, kept in memory, following the database by versions. */
@NullMarked
package io.jari.follow;

import org.jspecify.annotations.NullMarked;
