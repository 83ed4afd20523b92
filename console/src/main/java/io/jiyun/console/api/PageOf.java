package io.jiyun.console.api;

import java.util.List;

/** One page of a list, with how much there is in all. */
record PageOf<T>(List<T> items, int page, int size, long total) {}
