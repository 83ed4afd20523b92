package io.jiyun.console.api;

/** There is nothing of that name, or nothing the caller may see. */
class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String noun;
    private final String name;

    /**
     * What was not found.
     *
     * @param noun key of the sentence, for example {@code api.cloud-not-found}
     */
    NotFound(String noun, String name) {
        super(name);
        this.noun = noun;
        this.name = name;
    }

    String noun() {
        return noun;
    }

    String name() {
        return name;
    }
}
