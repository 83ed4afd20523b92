package io.jiyun.console.home.ui;

import com.vaadin.flow.component.html.Div;
import io.jiyun.console.home.AdministratorHome;
import io.jiyun.console.page.ChartCard;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import io.jiyun.quota.amount.ResourceName;

/** What is under pressure, and what waits. */
final class AdministratorPanel extends Div {
    private static final long serialVersionUID = 1L;

    AdministratorPanel(AdministratorHome home) {
        home.unreachable()
                .forEach(cloud ->
                        add(
                                Notice.of(
                                        Status.WATCH,
                                        getTranslation("cloud.away", cloud.displayName()),
                                        getTranslation("cloud.away.still"))));
        Div tiles = new Div();
        tiles.addClassName("tiles");
        tiles.add(
                new Tile(
                        getTranslation("tile.quotas"),
                        count(home.quotas()),
                        Status.UNKNOWN,
                        "quotas"),
                new Tile(
                        getTranslation("tile.pressed"),
                        count(home.underPressure()),
                        home.underPressure() > 0 ? Status.WATCH : Status.GOOD,
                        "quotas?pressure=WATCH"),
                new Tile(
                        getTranslation("tile.underway"),
                        count(home.underway().size()),
                        home.underway().isEmpty() ? Status.GOOD : Status.BUSY,
                        home.underway().isEmpty() ? "quotas" : "#underway"),
                new Tile(
                        getTranslation("tile.unreachable"),
                        count(home.unreachable().size()),
                        home.unreachable().isEmpty() ? Status.GOOD : Status.BAD,
                        "overview"));
        ChartCard pools = new ChartCard(getTranslation("overview.cpu"), "260px");
        PoolCharts.show(
                pools, home.pools(), ResourceName.REQUESTS_CPU, PoolWords.of(this), getLocale());
        add(tiles, pools);
        if (!home.underway().isEmpty()) {
            QuotaLines underway =
                    new QuotaLines(getTranslation("home.underway"), "", home.underway());
            underway.setId("underway");
            add(underway);
        }
        add(
                new QuotaLines(
                        getTranslation("home.tightest"),
                        getTranslation("quotas.empty"),
                        home.tightest()));
    }

    private static String count(long number) {
        return Long.toString(number);
    }
}
