/** Many more customers than a server can serve, while thousands say nothing and hundreds say it slowly. */
@NullMarked
package io.jari.bench.overload;

import org.jspecify.annotations.NullMarked;
