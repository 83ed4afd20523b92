package io.jiyun.console.quota;

import java.util.List;

/**
 * Where a quota stands in the tree of bureaus.
 *
 * @param above from the root down to its parent
 * @param children quotas that are part of it
 */
public record QuotaFamily(List<QuotaRow> above, List<QuotaRow> children) {
    public boolean isAlone() {
        return above.isEmpty() && children.isEmpty();
    }
}
