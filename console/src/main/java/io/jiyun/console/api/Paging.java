package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import java.util.List;

/** Which part of a list is asked for. */
record Paging(int page, int size) {
    private static final int LARGEST = 500;

    static Paging of(int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST || (long) page * size > Integer.MAX_VALUE) {
            throw new BadRequest(
                    List.of(
                            Sentences.violation(
                                    "InvalidPage", "page", "api.invalid-page", LARGEST)));
        }
        return new Paging(page, size);
    }

    int offset() {
        return page * size;
    }

    /** The page of a list that is held as a whole. */
    <T> PageOf<T> cut(List<T> all) {
        return new PageOf<>(
                all.stream().skip(offset()).limit(size).toList(), page, size, all.size());
    }

    /** The page as the service already cut it, which also says what there is in all. */
    <T> PageOf<T> of(List<T> items, long total) {
        return new PageOf<>(items, page, size, total);
    }

    SpecViolation unsortable(String sort) {
        return Sentences.violation("InvalidSort", "sort", "api.invalid-sort", sort);
    }
}
