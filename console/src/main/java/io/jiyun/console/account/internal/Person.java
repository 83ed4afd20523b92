package io.jiyun.console.account.internal;

import io.jiyun.console.access.Role;
import org.jspecify.annotations.Nullable;

/** Somebody an account is made for when the console starts. */
record Person(String username, String name, Role role, @Nullable String bureau) {}
