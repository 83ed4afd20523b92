package io.jiyun.console.page;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * What another feature adds to the page of one quota. The page shows what it finds and knows none
 * of them, so that features that build on quotas can speak there too.
 */
public interface QuotaSection {

    /**
     * The section for the quota of that name; empty when there is nothing for the person to see.
     */
    Optional<Component> of(String quota);
}
