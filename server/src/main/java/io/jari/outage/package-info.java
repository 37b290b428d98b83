/** Downtime counts against nobody. */
@NullMarked
package io.jari.outage;

import org.jspecify.annotations.NullMarked;
