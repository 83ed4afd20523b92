package io.jiyun.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Every public method of every service with every role, as declared and as enforced. */
@OnH2
class ServicesTest extends ConsoleTests {
    /** Who may do more than read. A new line here is a decision, not a formality. */
    private static final Set<String> CHANGES_BY_CLOUD_ADMINISTRATOR =
            Set.of("QuotaService.submit", "QuotaService.create");

    @Autowired private ApplicationContext context;

    @Test
    void everyPublicMethodOfAServiceNamesItsRoles() {
        assertThat(methods())
                .isNotEmpty()
                .allSatisfy(method ->
                        assertThat(
                                        method.isAnnotationPresent(AllowedTo.class)
                                                ^ method.isAnnotationPresent(AnySignedIn.class))
                                .as("%s", method)
                                .isTrue());
    }

    @Test
    void onlyTheCloudAdministratorChangesQuota() {
        for (Method method : methods()) {
            if (CHANGES_BY_CLOUD_ADMINISTRATOR.contains(name(method))) {
                assertThat(roles(method)).as(name(method)).containsExactly(Role.CLOUD_ADMIN);
            }
        }
    }

    @Test
    void theThreeAdministratorsHaveNoPartInQuotaAndOnlyTheAuditorReadsTheTrail() {
        for (Method method : methods()) {
            if (name(method).startsWith("AuditService.")) {
                assertThat(roles(method)).as(name(method)).containsExactly(Role.AUDITOR);
            }
            if (name(method).startsWith("QuotaService.")) {
                assertThat(roles(method))
                        .as(name(method))
                        .doesNotContain(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
            }
        }
    }

    @Test
    void whatIsDeclaredIsEnforced() {
        for (Method method : methods()) {
            for (Role role : Role.values()) {
                signIn(role, HEALTH);
                assertThat(isDenied(method))
                        .as("%s as %s", name(method), role)
                        .isNotEqualTo(roles(method).contains(role));
            }
        }
    }

    @Test
    void nobodyWhoIsNotSignedInCallsAService() {
        SecurityContextHolder.clearContext();
        for (Method method : methods()) {
            assertThat(isDenied(method)).as(name(method)).isTrue();
        }
    }

    private boolean isDenied(Method method) {
        Object service = context.getBean(method.getDeclaringClass());
        @Nullable Object[] arguments =
                Arrays.stream(method.getParameterTypes()).map(ServicesTest::nothing).toArray();
        try {
            method.invoke(service, arguments);
            return false;
        } catch (InvocationTargetException e) {
            // Whoever is let in may stumble over the empty arguments; that is not a denial.
            return e.getCause() instanceof AccessDeniedException
                    || e.getCause() instanceof AuthenticationCredentialsNotFoundException;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object nothing(Class<?> type) {
        return type == int.class ? Integer.valueOf(0) : type == String.class ? "" : null;
    }

    private List<Method> methods() {
        return context.getBeansWithAnnotation(Service.class).values().stream()
                .map(AopUtils::getTargetClass)
                .filter(type -> type.getName().startsWith("io.jiyun.console."))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .toList();
    }

    private static Set<Role> roles(Method method) {
        AllowedTo allowed = method.getAnnotation(AllowedTo.class);
        return new TreeSet<>(
                Arrays.asList(
                        method.isAnnotationPresent(AnySignedIn.class)
                                ? Role.values()
                                : allowed == null ? new Role[0] : allowed.value()));
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
