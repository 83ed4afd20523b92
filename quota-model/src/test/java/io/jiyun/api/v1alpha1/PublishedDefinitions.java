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
import java.util.Objects;

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
            withBoundedQuantities(Objects.requireNonNull(schema.getProperties().get("spec")));
            version.setAdditionalPrinterColumns(
                    inDeclaredOrder(version.getAdditionalPrinterColumns(), kind));
        }
        return HEADER + Serialization.asYaml(definition);
    }

    private static void withoutRepeatedRules(JSONSchemaProps schema) {
        schema.setXKubernetesValidations(
                new ArrayList<>(new LinkedHashSet<>(schema.getXKubernetesValidations())));
        inside(schema).forEach(PublishedDefinitions::withoutRepeatedRules);
    }

    private static void withBoundedQuantities(JSONSchemaProps schema) {
        if (Boolean.TRUE.equals(schema.getXKubernetesIntOrString())) {
            schema.setPattern(QuantityRules.FORM);
            schema.setMinimum(0.0);
            schema.setMaxLength(64L);
        }
        inside(schema).forEach(PublishedDefinitions::withBoundedQuantities);
    }

    private static List<JSONSchemaProps> inside(JSONSchemaProps schema) {
        List<JSONSchemaProps> inside = new ArrayList<>(schema.getProperties().values());
        if (schema.getItems() != null && schema.getItems().getSchema() != null) {
            inside.add(schema.getItems().getSchema());
        }
        if (schema.getAdditionalProperties() != null
                && schema.getAdditionalProperties().getSchema() != null) {
            inside.add(schema.getAdditionalProperties().getSchema());
        }
        return inside;
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
