package io.jari.account;

import java.util.List;

/** An account of staff with its rights. */
record StaffMember(Account account, List<Grant> rights) {}
