package io.jiyun.console.home;

/**
 * The accounts at a glance.
 *
 * @param locked accounts locked now by wrong passwords
 */
public record AccountsHome(long accounts, long disabled, long locked) {}
