package io.jiyun.console.home;

import io.jiyun.quota.amount.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was allocated to each bureau and what of it is used; bureaus by name. */
public record FinanceHome(List<BureauUtilisation> bureaus) {
    /**
     * One bureau over all its quotas.
     *
     * @param used null while not known
     */
    public record BureauUtilisation(
            String bureauCode, String bureauName, Resources allocated, @Nullable Resources used) {}
}
