package io.jiyun.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.access.Role;
import io.jiyun.console.api.Caller.Answer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every operation of the API with every role: who may, and nobody else. */
@OnH2
class OperationsTest extends ConsoleTests {
    private static final Set<Role> READERS_OF_QUOTA =
            EnumSet.of(
                    Role.CLOUD_ADMIN,
                    Role.BUREAU_CLERK,
                    Role.BUREAU_HEAD,
                    Role.FINANCE,
                    Role.AUDITOR);
    private static final Set<Role> READERS_OF_CLOUDS =
            EnumSet.of(Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE);
    private static final Set<Role> READERS_OF_BUREAUS =
            EnumSet.of(
                    Role.CLOUD_ADMIN,
                    Role.BUREAU_CLERK,
                    Role.BUREAU_HEAD,
                    Role.FINANCE,
                    Role.SYSTEM_ADMIN);
    private static final Set<Role> KEEPERS_OF_ACCOUNTS =
            EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
    private static final Set<Role> KEEPERS_OF_BUREAUS =
            EnumSet.of(Role.SYSTEM_ADMIN, Role.CLOUD_ADMIN);
    private static final Set<Role> SYSTEM = EnumSet.of(Role.SYSTEM_ADMIN);
    private static final Set<Role> CHANGERS = EnumSet.of(Role.CLOUD_ADMIN);
    private static final Set<Role> FILERS =
            EnumSet.of(Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD);
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> POLICY = EnumSet.of(Role.SECURITY_ADMIN);

    private static final Map<String, Set<Role>> ALLOWED =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("GET /api/v1/clouds", READERS_OF_CLOUDS),
                            Map.entry("GET /api/v1/clouds/{name}", READERS_OF_CLOUDS),
                            Map.entry("GET /api/v1/pools", READERS_OF_CLOUDS),
                            Map.entry("GET /api/v1/bureaus", READERS_OF_BUREAUS),
                            Map.entry("GET /api/v1/bureaus/{code}", READERS_OF_BUREAUS),
                            Map.entry("POST /api/v1/bureaus", KEEPERS_OF_BUREAUS),
                            Map.entry("PUT /api/v1/bureaus/{code}", KEEPERS_OF_BUREAUS),
                            Map.entry("GET /api/v1/notices", EVERYBODY),
                            Map.entry("POST /api/v1/notices/read", EVERYBODY),
                            Map.entry("GET /api/v1/webhooks", SYSTEM),
                            Map.entry("GET /api/v1/webhooks/state", SYSTEM),
                            Map.entry("POST /api/v1/webhooks", SYSTEM),
                            Map.entry("POST /api/v1/webhooks/test", SYSTEM),
                            Map.entry("DELETE /api/v1/webhooks/{id}", SYSTEM),
                            Map.entry("GET /api/v1/quotas", READERS_OF_QUOTA),
                            Map.entry("GET /api/v1/quotas/{name}", READERS_OF_QUOTA),
                            Map.entry("GET /api/v1/quotas/{name}/history", READERS_OF_QUOTA),
                            Map.entry("GET /api/v1/quotas/{name}/usage", READERS_OF_CLOUDS),
                            Map.entry(
                                    "GET /api/v1/pools/{cloud}/{pool}/usage",
                                    EnumSet.of(Role.CLOUD_ADMIN, Role.FINANCE)),
                            Map.entry("GET /api/v1/requests", READERS_OF_QUOTA),
                            Map.entry("GET /api/v1/requests/{id}", READERS_OF_QUOTA),
                            Map.entry("POST /api/v1/requests", FILERS),
                            Map.entry("PUT /api/v1/requests/{id}", FILERS),
                            Map.entry("GET /api/v1/requests/{id}/feasibility", FILERS),
                            Map.entry("POST /api/v1/requests/{id}/submit", FILERS),
                            Map.entry("POST /api/v1/requests/{id}/withdraw", FILERS),
                            Map.entry("POST /api/v1/requests/{id}/duplicate", FILERS),
                            Map.entry("POST /api/v1/requests/{id}/approve", FILERS),
                            Map.entry("POST /api/v1/requests/{id}/reject", FILERS),
                            Map.entry("POST /api/v1/requests/{id}/return", FILERS),
                            Map.entry("POST /api/v1/requests/{id}/delegate", FILERS),
                            Map.entry("POST /api/v1/requests/{id}/confirm", FILERS),
                            Map.entry("POST /api/v1/requests/{id}/documents", FILERS),
                            Map.entry(
                                    "GET /api/v1/requests/{id}/documents/{document}",
                                    EnumSet.of(
                                            Role.CLOUD_ADMIN,
                                            Role.BUREAU_CLERK,
                                            Role.BUREAU_HEAD,
                                            Role.AUDITOR)),
                            Map.entry("DELETE /api/v1/requests/{id}/documents/{document}", FILERS),
                            Map.entry("GET /api/v1/tasks", FILERS),
                            Map.entry("POST /api/v1/tasks", FILERS),
                            Map.entry("POST /api/v1/tasks/preview", FILERS),
                            Map.entry("GET /api/v1/calendar", EVERYBODY),
                            Map.entry("PUT /api/v1/calendar/{day}", POLICY),
                            Map.entry("DELETE /api/v1/calendar/{day}", POLICY),
                            Map.entry("POST /api/v1/calendar/import", POLICY),
                            Map.entry("GET /api/v1/workflows", EVERYBODY),
                            Map.entry("GET /api/v1/workflows/{type}", EVERYBODY),
                            Map.entry("PUT /api/v1/workflows/{type}", POLICY),
                            Map.entry("POST /api/v1/quotas", CHANGERS),
                            Map.entry("PUT /api/v1/quotas/{name}", CHANGERS),
                            Map.entry("PATCH /api/v1/quotas/{name}", CHANGERS),
                            Map.entry("POST /api/v1/quotas/{name}/what-if", CHANGERS),
                            Map.entry("GET /api/v1/accounts", KEEPERS_OF_ACCOUNTS),
                            Map.entry("GET /api/v1/accounts/{username}", KEEPERS_OF_ACCOUNTS),
                            Map.entry("POST /api/v1/accounts", SYSTEM),
                            Map.entry("PUT /api/v1/accounts/{username}", SYSTEM),
                            Map.entry("POST /api/v1/accounts/{username}/disable", SYSTEM),
                            Map.entry("POST /api/v1/accounts/{username}/enable", SYSTEM),
                            Map.entry("POST /api/v1/accounts/{username}/unlock", SYSTEM),
                            Map.entry("POST /api/v1/accounts/{username}/reset-password", SYSTEM),
                            Map.entry(
                                    "POST /api/v1/accounts/{username}/reset-second-factor",
                                    EnumSet.of(Role.SECURITY_ADMIN)),
                            Map.entry(
                                    "POST /api/v1/accounts/{username}/role",
                                    EnumSet.of(Role.SECURITY_ADMIN)),
                            Map.entry("GET /api/v1/audit", EnumSet.of(Role.AUDITOR)),
                            Map.entry("GET /api/v1/audit/verdict", EnumSet.of(Role.AUDITOR)),
                            Map.entry("GET /api/v1/audit/export", EnumSet.of(Role.AUDITOR))));

    /** Open to everyone: how one signs in, and the description of the rest. */
    private static final Set<String> OPEN =
            Set.of("POST /api/v1/tokens", "PUT /api/v1/accounts/{username}/password");

    private static final Map<Role, String> PEOPLE =
            new EnumMap<>(
                    Map.of(
                            Role.CLOUD_ADMIN, "cloud-admin",
                            Role.BUREAU_CLERK, "health-clerk",
                            Role.BUREAU_HEAD, "health-head",
                            Role.FINANCE, "finance",
                            Role.SYSTEM_ADMIN, "system-admin",
                            Role.SECURITY_ADMIN, "security-admin",
                            Role.AUDITOR, "audit-admin"));

    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;

    @LocalServerPort private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyOperationSaysWhoMayCallIt() {
        Set<String> known = new TreeSet<>(ALLOWED.keySet());
        known.addAll(OPEN);

        assertThat(operations()).isEqualTo(known);
    }

    @Test
    void everyRoleIsLetInWhereItBelongsAndKeptOutElsewhere() {
        for (Role role : Role.values()) {
            Caller person = Caller.unknown(port).signedInAs(String.valueOf(PEOPLE.get(role)));
            ALLOWED.forEach((operation, roles) -> {
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
        ALLOWED.keySet()
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
