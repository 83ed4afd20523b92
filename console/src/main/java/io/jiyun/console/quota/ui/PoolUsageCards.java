package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Importance;
import io.jiyun.console.page.UsageBar;
import io.jiyun.console.quota.QuotaDetail.PoolQuota;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.List;
import java.util.Optional;

/** Per pool: used of quota for every limited resource. */
final class PoolUsageCards extends Div {
    private static final long serialVersionUID = 1L;

    PoolUsageCards(List<PoolQuota> pools) {
        addClassName("pool-cards");
        pools.forEach(pool -> add(card(pool)));
    }

    private Section card(PoolQuota pool) {
        Figures figures = Figures.in(getLocale());
        Section card = new Section(new H3(pool.pool().toString()));
        card.addClassName("card");
        Resources hard = pool.hard() == null ? pool.decided() : pool.hard();
        Importance.names(hard)
                .forEach(resource -> {
                    Amount quota = hard.orZero(resource);
                    card.add(
                            UsageBar.of(
                                    figures.resource(resource),
                                    resource,
                                    pool.used(),
                                    pool.usable(),
                                    getLocale()));
                    Amount decided = pool.decided().get(resource);
                    if (pool.hard() != null && decided != null && !decided.equals(quota)) {
                        note(card, "pool.coming", decided);
                    }
                    some(pool.borrowed(), resource)
                            .ifPresent(it -> note(card, "pool.borrowed", it));
                    some(pool.lent(), resource).ifPresent(it -> note(card, "pool.lent", it));
                });
        if (hard.isEmpty()) {
            card.add(new Span(getTranslation("pool.unlimited")));
        }
        return card;
    }

    private void note(Section card, String key, Amount amount) {
        Span note = new Span(getTranslation(key, Figures.in(getLocale()).amount(amount)));
        note.addClassName("coming");
        card.add(note);
    }

    private static Optional<Amount> some(Resources amounts, ResourceName resource) {
        return Optional.of(amounts.orZero(resource)).filter(amount -> !amount.isZero());
    }
}
