/** What a night costs and why: rates, rules, and their changes. */
@NullMarked
package io.jari.rate;

import org.jspecify.annotations.NullMarked;
