package io.jiyun.api.v1alpha1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The ledger 台账 of the BureauQuota of the same name: what each of its namespaces may be admitted to
 * at most. Only the operator writes it, every time as a compare-and-swap on its version. People
 * read {@code BureauQuota.status}, which repeats it.
 */
@Group(JiyunApi.GROUP)
@Version(JiyunApi.VERSION)
@ShortNames("ql")
@Categories("jiyun")
@AdditionalPrinterColumn(
        name = "Epoch",
        jsonPath = ".spec.epoch",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Under",
        jsonPath = ".spec.admittedUnder",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class QuotaLedger extends CustomResource<QuotaLedgerSpec, Void> {
    private static final long serialVersionUID = 1L;
}
