package io.jiyun.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.access.Role;
import io.jiyun.console.api.Caller.Answer;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every operation of the API with every role: who may, and nobody else. */
@OnH2
class OperationsTest extends ConsoleTests {
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;

    @LocalServerPort private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyOperationSaysWhoMayCallIt() {
        Set<String> known = new TreeSet<>(Permissions.ALLOWED.keySet());
        known.addAll(Permissions.OPEN);

        assertThat(operations()).isEqualTo(known);
    }

    @Test
    void everyRoleIsLetInWhereItBelongsAndKeptOutElsewhere() {
        for (Role role : Role.values()) {
            Caller person =
                    Caller.unknown(port).signedInAs(String.valueOf(Permissions.PEOPLE.get(role)));
            Permissions.ALLOWED.forEach((operation, roles) -> {
                Answer answer = call(person, operation);
                assertThat(answer.status() != FORBIDDEN)
                        .as("%s as %s was answered %s", operation, role, answer)
                        .isEqualTo(roles.contains(role));
                assertThat(answer.status()).as("%s as %s", operation, role).isLessThan(500);
            });
        }
    }

    @Test
    void nobodyComesInWithoutAToken() {
        Caller unknown = Caller.unknown(port);
        Permissions.ALLOWED
                .keySet()
                .forEach(operation ->
                        assertThat(call(unknown, operation).status())
                                .as(operation)
                                .isEqualTo(UNAUTHORIZED));
    }

    @Test
    void theDescriptionNamesEveryOperation() {
        Answer description = Caller.unknown(port).get("/api/v1/openapi.json");

        assertThat(description.at("/openapi")).startsWith("3.1");
        Set<String> described = new TreeSet<>();
        description
                .body()
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method ->
                                        described.add(
                                                method.toUpperCase(java.util.Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));
        assertThat(described).isEqualTo(operations());
    }

    @Test
    void healthAndMetricsAreOpenAndTheClusterMayBeAway() {
        cluster().goesAway();
        Caller probe = Caller.unknown(port);

        assertThat(probe.get("/actuator/health/liveness").at("/status")).isEqualTo("UP");
        assertThat(probe.get("/actuator/health/readiness").at("/status")).isEqualTo("UP");
        assertThat(probe.get("/actuator/env").status()).isEqualTo(UNAUTHORIZED);
        assertThat(probe.get("/actuator/prometheus").status()).isEqualTo(200);
    }

    private Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        mapping.getPatternValues().stream()
                                .filter(path -> path.startsWith("/api/v1/"))
                                .filter(path -> !path.contains("openapi.json"))
                                .forEach(path ->
                                        mapping.getMethodsCondition()
                                                .getMethods()
                                                .forEach(method ->
                                                        operations.add(method + " " + path))));
        return operations;
    }

    private static Answer call(Caller person, String operation) {
        String[] parts = operation.split(" ", 2);
        String path =
                parts[1].replace("{day}", "2031-01-01")
                        .replace("{type}", "INCREASE")
                        .replaceAll("\\{[a-z]+}", "nowhere");
        return person.call(parts[0], path, parts[0].equals("GET") ? null : body(path));
    }

    /** Enough to be read, so that what is answered is about the caller. */
    private static String body(String path) {
        if (path.contains("/webhooks")) {
            return "{\"name\":\"\",\"style\":\"PLAIN\"}";
        }
        if (path.contains("/bureaus")) {
            return "{\"code\":\"\",\"name\":\"\"}";
        }
        return path.contains("/accounts")
                ? "{\"username\":\"x\",\"displayName\":\"x\",\"role\":\"FINANCE\"}"
                : """
                {"bureau": {"code": "CODE01", "name": "x"}, "reason": "x", "type": "RETURN",
                 "quota": "nowhere", "numbers": ["x"], "decision": "APPROVE"}
                """;
    }
}
