package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Access;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.operator.cloud.Cloud;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a bureau's people work in a namespace, once its quota is enforced: a ResourceQuota without
 * status enforces nothing.
 */
final class TenantAccess {
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String NAME = JiyunApi.ACCESS_PREFIX + "edit";
    private static final RoleRef EDIT = new RoleRef(RBAC, "ClusterRole", "edit");

    static void ensure(Cloud cloud, String namespace, @Nullable Access access, Marks marks) {
        KeptObject<RoleBinding, List<Subject>> bindings =
                new KeptObject<>(
                        cloud,
                        cloud.roleBindings(),
                        marks,
                        RoleBinding::getSubjects,
                        RoleBinding::setSubjects,
                        () -> new RoleBindingBuilder().withRoleRef(EDIT).build());
        List<Subject> subjects = subjects(access);
        if (subjects.isEmpty()) {
            bindings.remove(namespace, NAME);
            return;
        }
        bindings.ensure(namespace, NAME, subjects);
    }

    /** Whether people are to be let into a namespace in which nobody is yet. */
    static boolean isDue(Slice slice) {
        Cloud cloud = slice.cloud();
        return cloud != null
                && slice.declared() != null
                && slice.isOpenable()
                && !subjects(slice.declared().access()).isEmpty()
                && cloud.roleBindings().find(slice.name(), NAME).isEmpty();
    }

    private static List<Subject> subjects(@Nullable Access access) {
        List<Subject> subjects = new ArrayList<>();
        if (access != null) {
            named(access.groups())
                    .forEach(group -> subjects.add(new Subject(RBAC, "Group", group, null)));
            named(access.users())
                    .forEach(user -> subjects.add(new Subject(RBAC, "User", user, null)));
        }
        return subjects;
    }

    private static List<String> named(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }

    private TenantAccess() {}
}
