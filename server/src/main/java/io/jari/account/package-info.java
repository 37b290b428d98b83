/** People: accounts, passwords, sessions, staff and their rights. */
@NullMarked
package io.jari.account;

import org.jspecify.annotations.NullMarked;
