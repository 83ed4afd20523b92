package io.jiyun.console.request;

/** What a person can do with a request. */
public enum Step {
    EDIT,
    SUBMIT,
    WITHDRAW,
    APPROVE,
    REJECT,
    RETURN,
    DELEGATE,
    CONFIRM,
    DUPLICATE
}
