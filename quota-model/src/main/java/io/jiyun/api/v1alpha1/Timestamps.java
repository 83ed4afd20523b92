package io.jiyun.api.v1alpha1;

/** Form of the moments in the API. */
final class Timestamps {
    static final String RFC_3339 =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$";

    private Timestamps() {}
}
