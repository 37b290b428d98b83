/** What concerns the whole house: the journal, letters, webhooks, people and their rights, keys, money that needs a person. */
@NullMarked
package io.jari.console.house;

import org.jspecify.annotations.NullMarked;
