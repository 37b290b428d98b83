/** What the core's decisions cost, each alone, measured by JMH inside this process or a fork of it. */
@NullMarked
package io.jari.bench.micro;

import org.jspecify.annotations.NullMarked;
