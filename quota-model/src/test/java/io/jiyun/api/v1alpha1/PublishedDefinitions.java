package io.jiyun.api.v1alpha1;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Turns what the generator writes into what is published in the chart. The generator sees a
 * record's component both as field and as accessor and writes its rules twice; it sorts printer
 * columns by path; and it does not require {@code spec}.
 */
final class PublishedDefinitions {
    private static final String HEADER =
            "# Generated from io.jiyun.api.v1alpha1; mvn -pl quota-model test -Djiyun.write-crds"
                    + " writes it anew.\n";

    static String published(String generated, Class<?> kind) {
        CustomResourceDefinition definition =
                Serialization.unmarshal(generated, CustomResourceDefinition.class);
        for (CustomResourceDefinitionVersion version : definition.getSpec().getVersions()) {
            JSONSchemaProps schema = version.getSchema().getOpenAPIV3Schema();
            schema.setRequired(List.of("spec"));
            withoutRepeatedRules(schema);
            version.setAdditionalPrinterColumns(
                    inDeclaredOrder(version.getAdditionalPrinterColumns(), kind));
        }
        return HEADER + Serialization.asYaml(definition);
    }

    private static void withoutRepeatedRules(JSONSchemaProps schema) {
        schema.setXKubernetesValidations(
                new ArrayList<>(new LinkedHashSet<>(schema.getXKubernetesValidations())));
        schema.getProperties().values().forEach(PublishedDefinitions::withoutRepeatedRules);
        if (schema.getItems() != null && schema.getItems().getSchema() != null) {
            withoutRepeatedRules(schema.getItems().getSchema());
        }
        if (schema.getAdditionalProperties() != null
                && schema.getAdditionalProperties().getSchema() != null) {
            withoutRepeatedRules(schema.getAdditionalProperties().getSchema());
        }
    }

    private static List<CustomResourceColumnDefinition> inDeclaredOrder(
            List<CustomResourceColumnDefinition> columns, Class<?> kind) {
        List<String> order =
                Arrays.stream(
                                kind.getAnnotationsByType(
                                        io.fabric8.crd.generator.annotation.AdditionalPrinterColumn
                                                .class))
                        .map(column -> column.name())
                        .toList();
        return columns.stream()
                .sorted(Comparator.comparingInt(column -> order.indexOf(column.getName())))
                .toList();
    }

    private PublishedDefinitions() {}
}
