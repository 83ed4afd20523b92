package io.jiyun.console.api;

import io.jiyun.console.access.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who may call which operation of the API, written down once more beside the code. */
final class Permissions {
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

    /** By operation. */
    static final Map<String, Set<Role>> ALLOWED =
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
    static final Set<String> OPEN =
            Set.of("POST /api/v1/tokens", "PUT /api/v1/accounts/{username}/password");

    /** Who of the demonstration holds which role. */
    static final Map<Role, String> PEOPLE =
            new EnumMap<>(
                    Map.of(
                            Role.CLOUD_ADMIN, "cloud-admin",
                            Role.BUREAU_CLERK, "health-clerk",
                            Role.BUREAU_HEAD, "health-head",
                            Role.FINANCE, "finance",
                            Role.SYSTEM_ADMIN, "system-admin",
                            Role.SECURITY_ADMIN, "security-admin",
                            Role.AUDITOR, "audit-admin"));

    private Permissions() {}
}
