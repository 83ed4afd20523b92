package io.jiyun.console.home.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.jiyun.console.cloud.CloudCatalogue;
import io.jiyun.console.cloud.PoolSummary;
import io.jiyun.console.cluster.LiveUpdates;
import io.jiyun.console.page.ChartCard;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.Status;
import io.jiyun.console.quota.QuotaFilter;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.QuotaSort;
import io.jiyun.console.shell.Live;
import io.jiyun.console.shell.MainLayout;
import io.jiyun.quota.amount.ResourceName;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** All pools: what there is, what is committed, what is used; and which bureaus press hardest. */
@Route(value = "overview", layout = MainLayout.class)
@RolesAllowed({"CLOUD_ADMIN", "FINANCE"})
class OverviewView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 40;

    private final transient CloudCatalogue clouds;
    private final transient QuotaService quotas;
    private final ChartCard cpu = new ChartCard(getTranslation("overview.cpu"), "300px");
    private final ChartCard memory = new ChartCard(getTranslation("overview.memory"), "300px");
    private final ChartCard pressure = new ChartCard(getTranslation("overview.pressure"), "420px");
    private final Div cloudCards = new Div();

    OverviewView(CloudCatalogue clouds, QuotaService quotas, LiveUpdates updates) {
        this.clouds = clouds;
        this.quotas = quotas;
        addClassName("page");
        setId("content");
        cloudCards.addClassName("tiles");
        Div pools = new Div(cpu, memory);
        pools.addClassName("two-columns");
        add(new PageHeader(getTranslation("overview.title"), getTranslation("overview.answers")));
        if (clouds.clouds().isEmpty()) {
            add(
                    Notice.of(
                            Status.UNKNOWN,
                            getTranslation("overview.empty"),
                            getTranslation("overview.empty.remedy")));
        } else {
            add(cloudCards, pools, pressure);
            refresh();
            Live.follow(this, updates, update -> true, this::refresh);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("overview.title") + " · 集云 Jiyun";
    }

    private void refresh() {
        List<PoolSummary> pools = clouds.pools();
        PoolCharts.Words words = PoolWords.of(this);
        PoolCharts.show(cpu, pools, ResourceName.REQUESTS_CPU, words, getLocale());
        PoolCharts.show(memory, pools, ResourceName.REQUESTS_MEMORY, words, getLocale());
        PressureMap.show(
                pressure,
                quotas.page(
                        QuotaFilter.ALL, new QuotaSort(QuotaSort.Field.PRESSURE, false), 0, SHOWN),
                getLocale(),
                this);
        cloudCards.removeAll();
        clouds.clouds().forEach(cloud -> cloudCards.add(new CloudCard(cloud)));
    }
}
