package io.jiyun.console.home;

import io.jiyun.console.cloud.CloudSummary;
import io.jiyun.console.cloud.PoolSummary;
import io.jiyun.console.quota.QuotaRow;
import java.util.List;

/**
 * What is under pressure and what waits.
 *
 * @param pools all pools, the fullest first
 * @param tightest quotas nearest to their bound, tightest first
 * @param quotas number of quotas in all
 * @param underPressure number of quotas from 70 % on
 * @param underway quotas whose last decision has not taken effect yet, refused ones included
 * @param unreachable clouds whose API server does not answer
 */
public record AdministratorHome(
        List<PoolSummary> pools,
        List<QuotaRow> tightest,
        long quotas,
        long underPressure,
        List<QuotaRow> underway,
        List<CloudSummary> unreachable) {}
