package io.jiyun.console.request;

/** There is no such request, or none the caller may see: the two are not told apart. */
public class RequestNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String number;

    public RequestNotFound(String number) {
        super("no request " + number);
        this.number = number;
    }

    public String number() {
        return number;
    }
}
