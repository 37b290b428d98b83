/** How commands are kept from undoing each other: group commit beside the textbook's ways, rooms and seats, hot and spread. */
@NullMarked
package io.jari.bench.strategies;

import org.jspecify.annotations.NullMarked;
