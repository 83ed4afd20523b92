package io.jiyun.console.home;

import io.jiyun.console.quota.QuotaRow;
import java.util.List;

/**
 * What the bureau has and what it must look at.
 *
 * @param alerts quotas under pressure, over quota, about to end, or refused
 */
public record BureauHome(List<QuotaRow> quotas, List<QuotaRow> alerts) {}
