package io.jiyun.console.quota.internal;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.Loan;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.access.Actor;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.quota.LoanLine;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a bureau has borrowed and lent, told to one person. The borrower's resource records it. */
@Component
class Loans {
    private final Cluster cluster;
    private final BureauNames names;

    Loans(Cluster cluster, BureauNames names) {
        this.cluster = cluster;
        this.names = names;
    }

    List<LoanLine> of(String name, Actor reader) {
        List<LoanLine> lines = new ArrayList<>();
        for (BureauQuota quota : cluster.quotas()) {
            ObjectMeta meta = quota.getMetadata();
            for (Loan loan : loans(quota.getStatus())) {
                if (meta.getName().equals(name)) {
                    lines.add(line(loan, true, loan.lender(), reader));
                } else if (loan.lender().equals(name)) {
                    lines.add(line(loan, false, meta.getName(), reader));
                }
            }
        }
        return lines;
    }

    private LoanLine line(Loan loan, boolean borrowed, String counterpart, Actor reader) {
        return new LoanLine(
                new PoolKey(loan.cloud(), loan.pool()),
                borrowed,
                names.as(reader, counterpart).orElse(null),
                Quantities.observed(loan.amount()),
                DetailReader.moment(loan.due()));
    }

    private static List<Loan> loans(@Nullable BureauQuotaStatus status) {
        return status == null ? List.of() : status.loansOrEmpty();
    }
}
