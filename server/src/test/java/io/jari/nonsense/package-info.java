/** Sends whatever could be sent, in whatever order, and looks at what comes back. */
@org.jspecify.annotations.NullMarked
package io.jari.nonsense;
