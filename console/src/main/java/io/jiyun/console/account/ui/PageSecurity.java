package io.jiyun.console.account.ui;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.jiyun.console.account.internal.PasswordCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Pages need a sign-in; everything that is not a page or its resources is refused. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {
    @Bean
    SecurityFilterChain pages(HttpSecurity http, PasswordCheck passwords) {
        return http.authenticationProvider(passwords)
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class))
                .build();
    }
}
