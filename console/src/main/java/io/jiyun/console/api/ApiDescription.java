package io.jiyun.console.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/v1/openapi.json} says beyond the operations themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String BEARER = "bearer";

    @Bean
    OpenAPI jiyun() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Jiyun 集云")
                                .version("v1")
                                .description(
                                        "Quota of bureaus on the provincial government cloud."
                                                + " Quantities are Kubernetes quantities, times RFC"
                                                + " 3339. Errors are problem+json (RFC 9457) in"
                                                + " Chinese or English by Accept-Language.")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description("A token from POST /api/v1/tokens.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
