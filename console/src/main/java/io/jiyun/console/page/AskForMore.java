package io.jiyun.console.page;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.tree.PoolKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way to a request for more quota in a pool, with what is known filled in. */
public final class AskForMore extends Anchor {
    private static final long serialVersionUID = 1L;

    /** For an amount that the person is to say. */
    public AskForMore(String quota, PoolKey pool) {
        setText(getTranslation("request.more", pool.toString()));
        leadTo(known(quota, pool));
    }

    /** For what is short. */
    public AskForMore(String quota, PoolKey pool, ResourceName resource, Amount shortfall) {
        String amount = shortfall.print();
        setText(
                getTranslation(
                        "request.more-of",
                        pool.toString(),
                        Figures.in(getLocale()).resource(resource),
                        amount));
        Map<String, String> query = known(quota, pool);
        query.put("resource", resource.value());
        query.put("shortfall", amount);
        leadTo(query);
    }

    private static Map<String, String> known(String quota, PoolKey pool) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("quota", quota);
        query.put("cloud", pool.cloud());
        query.put("pool", pool.pool());
        return query;
    }

    private void leadTo(Map<String, String> query) {
        setHref("requests/new?" + QueryParameters.simple(query).getQueryString());
    }
}
