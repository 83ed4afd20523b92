package io.jiyun.console.home;

import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.AccountService;
import io.jiyun.console.audit.AuditFilter;
import io.jiyun.console.audit.AuditService;
import io.jiyun.console.cloud.CloudCatalogue;
import io.jiyun.console.cloud.CloudSummary;
import io.jiyun.console.cloud.PoolSummary;
import io.jiyun.console.home.FinanceHome.BureauUtilisation;
import io.jiyun.console.quota.Pressure;
import io.jiyun.console.quota.QuotaFilter;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.QuotaSort;
import io.jiyun.console.quota.SyncState;
import io.jiyun.quota.amount.Resources;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Answers the first question of each role. Every figure comes from the service that lists it. */
@Service
public class HomeService {
    private static final int SHORT_LIST = 10;
    private static final int ALL = Integer.MAX_VALUE;

    private final QuotaService quotas;
    private final CloudCatalogue clouds;
    private final AccountService accounts;
    private final AuditService audit;
    private final Clock clock;

    HomeService(
            QuotaService quotas,
            CloudCatalogue clouds,
            AccountService accounts,
            AuditService audit,
            Clock clock) {
        this.quotas = quotas;
        this.clouds = clouds;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @AllowedTo(Role.CLOUD_ADMIN)
    public AdministratorHome administrator() {
        List<QuotaRow> rows =
                quotas.page(
                        QuotaFilter.ALL, new QuotaSort(QuotaSort.Field.PRESSURE, false), 0, ALL);
        List<CloudSummary> all = clouds.clouds();
        return new AdministratorHome(
                all.stream()
                        .flatMap(cloud -> cloud.pools().stream())
                        .sorted(Comparator.comparingLong(PoolSummary::committedPermille).reversed())
                        .toList(),
                rows.stream().limit(SHORT_LIST).toList(),
                rows.size(),
                rows.stream().filter(HomeService::isPressed).count(),
                rows.stream().filter(row -> row.state() != SyncState.SYNCED).toList(),
                all.stream().filter(cloud -> Boolean.FALSE.equals(cloud.reachable())).toList());
    }

    @AllowedTo({Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    public BureauHome bureau() {
        List<QuotaRow> rows = quotas.page(QuotaFilter.ALL, QuotaSort.BY_NAME, 0, ALL);
        return new BureauHome(rows, rows.stream().filter(HomeService::needsAttention).toList());
    }

    @AllowedTo(Role.FINANCE)
    public FinanceHome finance() {
        TreeMap<String, BureauUtilisation> bureaus = new TreeMap<>();
        for (QuotaRow row : quotas.page(QuotaFilter.ALL, QuotaSort.BY_NAME, 0, ALL)) {
            bureaus.merge(
                    row.bureauCode(),
                    new BureauUtilisation(
                            row.bureauCode(), row.bureauName(), row.quota(), row.used()),
                    HomeService::together);
        }
        return new FinanceHome(
                bureaus.values().stream()
                        .sorted(Comparator.comparing(BureauUtilisation::bureauName))
                        .toList());
    }

    @AllowedTo({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    public AccountsHome accounts() {
        Instant now = clock.instant();
        List<Account> all = accounts.page("", 0, ALL);
        return new AccountsHome(
                all.size(),
                all.stream().filter(account -> !account.enabled()).count(),
                all.stream()
                        .map(Account::lockedUntil)
                        .filter(Objects::nonNull)
                        .filter(now::isBefore)
                        .count());
    }

    @AllowedTo(Role.AUDITOR)
    public AuditHome audit() {
        return new AuditHome(
                audit.count(AuditFilter.ALL), audit.page(AuditFilter.ALL, 0, SHORT_LIST));
    }

    private static boolean isPressed(QuotaRow row) {
        return switch (row.pressure()) {
            case WATCH, HIGH, OVER -> true;
            case NORMAL, UNKNOWN -> false;
        };
    }

    private static boolean needsAttention(QuotaRow row) {
        return row.pressure() == Pressure.HIGH
                || row.pressure() == Pressure.OVER
                || row.state() == SyncState.REFUSED
                || row.state() == SyncState.FAILED
                || row.conditions().contains("OverQuota")
                || row.conditions().contains("Expiring");
    }

    /** A bureau of several quotas: its use is known only when that of each is. */
    private static BureauUtilisation together(BureauUtilisation one, BureauUtilisation other) {
        Resources first = one.used();
        Resources second = other.used();
        return new BureauUtilisation(
                one.bureauCode(),
                one.bureauName(),
                one.allocated().plus(other.allocated()),
                first == null || second == null ? null : first.plus(second));
    }
}
