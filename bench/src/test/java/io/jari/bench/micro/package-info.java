@NullMarked
package io.jari.bench.micro;

import org.jspecify.annotations.NullMarked;
