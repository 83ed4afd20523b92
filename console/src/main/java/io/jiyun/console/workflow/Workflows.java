package io.jiyun.console.workflow;

/** The workflows as requests follow them. */
public interface Workflows {
    /** The version new requests take. */
    Workflow current(RequestType type);

    Workflow version(RequestType type, int version);
}
