/** The people of an on-sale: they join, wait, come in, choose, pay and leave, as many as 300,000 on few connections. */
@NullMarked
package io.jari.bench.crowd;

import org.jspecify.annotations.NullMarked;
