package io.jari.account;

import java.util.List;

/** An account of staff with its rights. */
public record StaffMember(Account account, List<Grant> rights) {}
