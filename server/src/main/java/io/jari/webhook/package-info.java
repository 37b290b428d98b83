/** Tells programs elsewhere of events, as Standard Webhooks has it: signed, in order for each subject, again until they have heard. */
@NullMarked
package io.jari.webhook;

import org.jspecify.annotations.NullMarked;
