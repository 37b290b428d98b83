/** What can be set: every key, its form, its usual value, and what it is for. */
@NullMarked
package io.jari.setting;

import org.jspecify.annotations.NullMarked;
