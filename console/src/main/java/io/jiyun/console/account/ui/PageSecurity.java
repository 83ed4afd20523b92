package io.jiyun.console.account.ui;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.jiyun.console.account.ExternalPeople;
import io.jiyun.console.account.OidcProperties;
import io.jiyun.console.account.SignIn;
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
    SecurityFilterChain pages(
            HttpSecurity http, SignIn signIn, OidcProperties oidc, ExternalPeople people) {
        SignInFailed failed = new SignInFailed();
        http.authenticationProvider(new PasswordProvider(signIn))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/jiyun/**", "/_static/echarts/**").permitAll())
                .formLogin(form -> form.loginPage("/login").permitAll().failureHandler(failed));
        if (oidc.isConfigured()) {
            http.oauth2Login(login ->
                    login.loginPage("/login")
                            .clientRegistrationRepository(new ProvinceIdentity(oidc))
                            .successHandler(new ExternalSignedIn(people, failed))
                            .failureHandler(failed));
        }
        return http.with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class))
                .build();
    }
}
