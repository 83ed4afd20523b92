package io.jiyun.console.account.ui;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.jiyun.console.account.internal.PasswordCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Pages need a sign-in; everything that is not a page or its resources is refused. Style sheet and
 * chart script are open, for the sign-in page needs them too and they say nothing of anyone.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {
    @Bean
    SecurityFilterChain pages(HttpSecurity http, PasswordCheck passwords) {
        return http.authenticationProvider(passwords)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/jiyun/**", "/_static/echarts/**").permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class))
                .build();
    }
}
