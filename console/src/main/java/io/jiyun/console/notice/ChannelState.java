package io.jiyun.console.notice;

/**
 * How deliveries go.
 *
 * @param waiting messages still to go
 * @param failed messages given up after many tries
 * @param lastError why the newest one failed; empty when none did
 */
public record ChannelState(long waiting, long failed, String lastError) {}
