package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Explanation.Holder;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.quota.Shortage;
import io.jiyun.console.quota.Shortage.Holding;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the operator explains, told to one person. Only the cloud administrator learns which other
 * bureaus hold something; everybody else is told how much others hold together.
 */
@Component
class Shortages {
    private final BureauNames names;

    Shortages(BureauNames names) {
        this.names = names;
    }

    List<Shortage> of(@Nullable BureauQuotaStatus status, Actor reader) {
        return status == null
                ? List.of()
                : status.explanationsOrEmpty().stream().map(it -> shortage(it, reader)).toList();
    }

    private Shortage shortage(Explanation explanation, Actor reader) {
        String resource = explanation.resource();
        ResourceName name =
                resource == null || !ResourceName.isValid(resource)
                        ? null
                        : new ResourceName(resource);
        return new Shortage(
                explanation.level(),
                new SpecViolation(explanation.code(), "status", explanation.zh(), explanation.en()),
                name,
                name == null ? List.of() : holders(explanation.holders(), name, reader),
                explanation.approvers());
    }

    private List<Holding> holders(List<Holder> holders, ResourceName resource, Actor reader) {
        List<Holding> known = new ArrayList<>();
        Amount others = Amount.zero(resource.unit());
        for (Holder holder : holders) {
            Amount amount =
                    Quantities.observed(Map.of(resource.value(), holder.amount())).orZero(resource);
            Optional<String> name = name(holder, reader);
            if (name.isPresent()) {
                known.add(new Holding(name.get(), amount));
            } else {
                others = others.plus(amount);
            }
        }
        if (!others.isZero()) {
            known.add(new Holding(null, others));
        }
        return known;
    }

    private Optional<String> name(Holder holder, Actor reader) {
        return holder.kind() == Holder.Kind.NAMESPACE
                ? Optional.of(holder.name())
                : names.as(reader, holder.name());
    }
}
