package io.jiyun.console.quota.internal;

import io.jiyun.quota.tree.PoolKey;
import java.util.Collection;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts decisions that compete for the same thing one after the other. Rows are locked in one fixed
 * order, so that two decisions never wait for each other.
 */
@Component
class QuotaLocks {
    /** Stands for the names of namespaces, which are unique across all bureaus. */
    private static final PoolKey NAMESPACE_NAMES = new PoolKey("", "");

    private final JdbcClient jdbc;

    QuotaLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<PoolKey> pools) {
        TreeSet<PoolKey> inOrder = new TreeSet<>(pools);
        inOrder.add(NAMESPACE_NAMES);
        for (PoolKey pool : inOrder) {
            jdbc.sql(
                            "insert into pool_lock (cloud, pool) values (:cloud, :pool) on conflict"
                                    + " do nothing")
                    .param("cloud", pool.cloud())
                    .param("pool", pool.pool())
                    .update();
            var _ =
                    jdbc.sql(
                                    "select pool from pool_lock where cloud = :cloud and pool ="
                                            + " :pool for update")
                            .param("cloud", pool.cloud())
                            .param("pool", pool.pool())
                            .query(String.class)
                            .single();
        }
    }
}
