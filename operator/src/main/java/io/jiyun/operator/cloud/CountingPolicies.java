package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchCondition;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.NamedRuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.NamedRuleWithOperationsBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBindingBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Validation;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidationBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Variable;
import io.jiyun.api.v1alpha1.JiyunApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Policies by which an API server counts, for each {@link RefusalCell}, pods and resizes that the
 * quota of their namespace has no room for. They refuse nothing and change nothing: their bindings
 * only audit. What is counted stands in the API server's metrics.
 *
 * <p>There is a policy for each row and a binding for each column of it, so that a request is held
 * against 32 selectors and not against 256, and judged once; and all that twice, for how much CPU
 * and how much memory was asked for. A validation that is false counts one refusal, and only that
 * for CPU has it, for an API server logs a warning where there is a second. The others fail to
 * evaluate, as many of them as {@link AskSize} has it steps: that is counted apart, and neither
 * logged nor annotated.
 */
final class CountingPolicies {
    /** What the names of all of them begin with. */
    static final String PREFIX = "jiyun-refusals-";

    private static final String ANCHOR = "jiyun-refusals";

    private static final LabelSelector NOWHERE =
            new LabelSelectorBuilder().addToMatchLabels(RefusalCell.ROW_LABEL, "none").build();

    private static final List<NamedRuleWithOperations> PODS_AND_RESIZES =
            List.of(rule("CREATE", "pods"), rule("UPDATE", "pods/resize"));

    /**
     * A policy that never matches. An API server ends its watch of ResourceQuotas where no policy
     * has them for a parameter any more, and does not begin it again for the next that has (the
     * informer is one of a shared factory, which starts each once). So this one stays.
     */
    static List<HasMetadata> anchor() {
        return List.of(
                new ValidatingAdmissionPolicyBuilder(policy(AskSize.CPU, 0))
                        .withNewMetadata()
                        .withName(ANCHOR)
                        .withLabels(partOf())
                        .endMetadata()
                        .editSpec()
                        .editMatchConstraints()
                        .withNamespaceSelector(NOWHERE)
                        .endMatchConstraints()
                        .withMatchConditions(List.of())
                        .withVariables(List.of())
                        .withValidations(new ValidationBuilder().withExpression("true").build())
                        .endSpec()
                        .build(),
                new ValidatingAdmissionPolicyBindingBuilder(binding(AskSize.CPU, 0, 0))
                        .withNewMetadata()
                        .withName(ANCHOR)
                        .withLabels(partOf())
                        .endMetadata()
                        .editSpec()
                        .withPolicyName(ANCHOR)
                        .endSpec()
                        .build());
    }

    static List<HasMetadata> policies() {
        return forEachRow((size, row) -> Stream.of(policy(size, row)));
    }

    /**
     * Who may read nothing but some kinds can bind a policy that has one of them for a parameter
     * only where that policy stands already.
     */
    static List<HasMetadata> bindings() {
        return forEachRow(
                (size, row) -> RefusalCell.digits().map(column -> binding(size, row, column)));
    }

    private static List<HasMetadata> forEachRow(
            BiFunction<AskSize, Integer, Stream<? extends HasMetadata>> objects) {
        return AskSize.ALL.stream()
                .flatMap(size -> RefusalCell.digits().flatMap(row -> objects.apply(size, row)))
                .<HasMetadata>map(object -> object)
                .toList();
    }

    private static String name(AskSize size, int row) {
        return PREFIX + size.name() + "-" + RefusalCell.digit(row);
    }

    private static ValidatingAdmissionPolicy policy(AskSize size, int row) {
        return new ValidatingAdmissionPolicyBuilder()
                .withNewMetadata()
                .withName(name(size, row))
                .withLabels(partOf())
                .endMetadata()
                .withNewSpec()
                .withFailurePolicy("Ignore")
                .withNewParamKind("v1", "ResourceQuota")
                .withNewMatchConstraints()
                .withMatchPolicy("Equivalent")
                .withNamespaceSelector(only(RefusalCell.ROW_LABEL, row))
                .withObjectSelector(new LabelSelector())
                .withResourceRules(PODS_AND_RESIZES)
                .endMatchConstraints()
                .withMatchConditions(refused())
                .withVariables(variables(size))
                .withValidations(validations(size))
                .endSpec()
                .build();
    }

    /** Whether it is refused; what is let in is judged no further. */
    private static MatchCondition refused() {
        String refused =
                AskSize.ALL.stream()
                                .map(size -> QuotaCel.shortOf(size) + " > 0.0 || ")
                                .collect(Collectors.joining())
                        + QuotaCel.NO_MORE_PODS;
        return new MatchCondition(refused, "refused");
    }

    private static List<Variable> variables(AskSize size) {
        return List.of(
                new Variable(QuotaCel.shortOf(size), size.name()),
                new Variable(QuotaCel.step(size), "step"));
    }

    private static List<Validation> validations(AskSize size) {
        List<Validation> all = new ArrayList<>();
        if (size.equals(AskSize.CPU)) {
            all.add(
                    new ValidationBuilder()
                            .withExpression("false")
                            .withMessage("more than the quota of the namespace has left")
                            .build());
        }
        IntStream.rangeClosed(1, AskSize.HIGHEST_STEP)
                .mapToObj(step -> "[true][variables.step < " + step + " ? 0 : 1]")
                .map(failing -> new ValidationBuilder().withExpression(failing).build())
                .forEach(all::add);
        return all;
    }

    private static ValidatingAdmissionPolicyBinding binding(AskSize size, int row, int column) {
        return new ValidatingAdmissionPolicyBindingBuilder()
                .withNewMetadata()
                .withName(name(size, row) + RefusalCell.digit(column))
                .withLabels(partOf())
                .endMetadata()
                .withNewSpec()
                .withPolicyName(name(size, row))
                .withNewParamRef()
                .withName(JiyunApi.QUOTA_NAME)
                .withParameterNotFoundAction("Allow")
                .endParamRef()
                .withNewMatchResources()
                .withMatchPolicy("Equivalent")
                .withNamespaceSelector(only(RefusalCell.COLUMN_LABEL, column))
                .withObjectSelector(new LabelSelector())
                .endMatchResources()
                .withValidationActions("Audit")
                .endSpec()
                .build();
    }

    private static Map<String, String> partOf() {
        return Map.of("app.kubernetes.io/part-of", "jiyun");
    }

    private static LabelSelector only(String label, int value) {
        return new LabelSelectorBuilder().addToMatchLabels(label, RefusalCell.digit(value)).build();
    }

    private static NamedRuleWithOperations rule(String operation, String resource) {
        return new NamedRuleWithOperationsBuilder()
                .withApiGroups("")
                .withApiVersions("v1")
                .withOperations(operation)
                .withResources(resource)
                .withScope("*")
                .build();
    }

    private CountingPolicies() {}
}
