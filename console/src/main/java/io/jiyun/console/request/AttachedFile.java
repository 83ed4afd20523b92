package io.jiyun.console.request;

/** An attached file with its content. */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record AttachedFile(DocumentLine line, byte[] content) {}
