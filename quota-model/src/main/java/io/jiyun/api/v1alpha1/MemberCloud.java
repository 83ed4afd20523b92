package io.jiyun.api.v1alpha1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A cloud platform 云平台: one Kubernetes cluster that takes part in the provincial cloud. */
@Group(JiyunApi.GROUP)
@Version(JiyunApi.VERSION)
@ShortNames("mc")
@Categories("jiyun")
@AdditionalPrinterColumn(
        name = "Role",
        jsonPath = ".spec.role",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Owner",
        jsonPath = ".spec.owner",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Reachable",
        jsonPath = ".status.reachable",
        type = AdditionalPrinterColumn.Type.BOOLEAN)
@AdditionalPrinterColumn(
        name = "CPU-Committed",
        jsonPath = ".status.utilisation.cpuCommitted",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Memory-Committed",
        jsonPath = ".status.utilisation.memoryCommitted",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class MemberCloud extends CustomResource<MemberCloudSpec, MemberCloudStatus> {
    private static final long serialVersionUID = 1L;
}
