/** Where reports are kept, who finds them again, and what a machine is that figures were measured on. */
@NullMarked
package io.jari.bench.report;

import org.jspecify.annotations.NullMarked;
