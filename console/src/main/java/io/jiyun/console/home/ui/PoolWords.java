package io.jiyun.console.home.ui;

import com.vaadin.flow.component.Component;

/** The words of the pool charts in the language of a page. */
final class PoolWords {

    static PoolCharts.Words of(Component page) {
        return new PoolCharts.Words(
                page.getTranslation("grant.pool"),
                page.getTranslation("pool.allocatable"),
                page.getTranslation("pool.committed"),
                page.getTranslation("pool.used"));
    }

    private PoolWords() {}
}
