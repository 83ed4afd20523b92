package io.jiyun.api.v1alpha1;

/** Names of the API that outsiders rely on; changing one is a breaking change. */
public final class JiyunApi {
    public static final String GROUP = "jiyun.io";
    public static final String VERSION = "v1alpha1";

    /**
     * The ResourceQuota, LimitRange and NetworkPolicy that Jiyun keeps in each managed namespace.
     */
    public static final String QUOTA_NAME = "jiyun-quota";

    public static final String LIMITS_NAME = "jiyun-limits";
    public static final String NETWORK_POLICY_NAME = "jiyun-default-deny";

    /** Prefix of the RoleBindings that give a bureau's groups and users access. */
    public static final String ACCESS_PREFIX = "jiyun-access-";

    public static final String MANAGED_BY_LABEL = "app.kubernetes.io/managed-by";
    public static final String MANAGED_BY = "jiyun";
    public static final String BUREAU_LABEL = "jiyun.io/bureau";
    public static final String POOL_LABEL = "jiyun.io/pool";

    /**
     * Set by the owner of an existing namespace, with the name of the BureauQuota that may take it
     * over. Without it Jiyun never adopts a namespace it did not create.
     */
    public static final String ADOPT_ANNOTATION = "jiyun.io/adopt-by";

    public static final String FINALIZER = "jiyun.io/namespaces";

    /** Keeps a QuotaLedger in force until its bureau has left. */
    public static final String LEDGER_FINALIZER = "jiyun.io/ledger";

    /** Marks every object of a simulated cloud, so that nobody mistakes it for a real one. */
    public static final String SIMULATED_LABEL = "jiyun.io/simulated";

    private JiyunApi() {}
}
