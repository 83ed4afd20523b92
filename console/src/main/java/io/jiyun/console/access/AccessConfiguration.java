package io.jiyun.console.access;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/** Guards the public methods of every service of the console: no annotation, no entry. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor serviceGuard() {
        return new AuthorizationManagerBeforeMethodInterceptor(
                new PublicServiceMethods(), new RolesOfTheMethod());
    }

    private static final class PublicServiceMethods extends StaticMethodMatcherPointcut {
        @Override
        public boolean matches(Method method, Class<?> target) {
            return target.getName().startsWith("io.jiyun.console.")
                    && AnnotatedElementUtils.hasAnnotation(target, Service.class)
                    && Modifier.isPublic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class;
        }
    }

    private static final class RolesOfTheMethod implements AuthorizationManager<MethodInvocation> {
        @Override
        public AuthorizationDecision authorize(
                Supplier<? extends @Nullable Authentication> caller, MethodInvocation call) {
            Authentication authentication = caller.get();
            if (authentication == null
                    || !(authentication.getPrincipal() instanceof Actor actor)
                    || call.getThis() == null) {
                return new AuthorizationDecision(false);
            }
            Method method =
                    AopUtils.getMostSpecificMethod(call.getMethod(), call.getThis().getClass());
            if (method.isAnnotationPresent(AnySignedIn.class)) {
                return new AuthorizationDecision(true);
            }
            AllowedTo allowed = method.getAnnotation(AllowedTo.class);
            return new AuthorizationDecision(
                    allowed != null
                            && Set.copyOf(Arrays.asList(allowed.value())).contains(actor.role()));
        }
    }
}
