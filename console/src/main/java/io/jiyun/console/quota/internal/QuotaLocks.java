package io.jiyun.console.quota.internal;

import io.jiyun.quota.tree.PoolKey;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts decisions that compete for the same thing one after the other. Rows are locked in one fixed
 * order, so that two decisions never wait for each other. The rows are what keeps decisions apart,
 * in whichever console they are taken; those of one console queue before the row, for the embedded
 * database keeps a processor busy with every transaction that waits.
 */
@Component
class QuotaLocks {
    /** Stands for the names of namespaces, which are unique across all bureaus. */
    private static final PoolKey NAMESPACE_NAMES = new PoolKey("", "");

    /** As long as the database lets a transaction wait for a row. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Map<PoolKey, ReentrantLock> queues = new ConcurrentHashMap<>();

    QuotaLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Pools and names of namespaces, held until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<PoolKey> pools) {
        TreeSet<PoolKey> inOrder = new TreeSet<>(pools);
        inOrder.add(NAMESPACE_NAMES);
        for (PoolKey pool : inOrder) {
            queue(queues.computeIfAbsent(pool, key -> new ReentrantLock(true)));
            row(pool);
        }
    }

    private static void queue(ReentrantLock queue) {
        if (queue.isHeldByCurrentThread()) {
            return; // this transaction came by before
        }
        try {
            if (!queue.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotAcquireLockException("other decisions on the pool take too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotAcquireLockException("interrupted", e);
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        queue.unlock();
                    }
                });
    }

    private void row(PoolKey pool) {
        if (locked(pool).isEmpty()) {
            jdbc.sql(
                            "insert into pool_lock (cloud, pool) values (:cloud, :pool) on conflict"
                                    + " do nothing")
                    .param("cloud", pool.cloud())
                    .param("pool", pool.pool())
                    .update();
            var _ = locked(pool).orElseThrow();
        }
    }

    private Optional<String> locked(PoolKey pool) {
        return jdbc.sql(
                        "select pool from pool_lock where cloud = :cloud and pool = :pool for"
                                + " update")
                .param("cloud", pool.cloud())
                .param("pool", pool.pool())
                .query(String.class)
                .optional();
    }
}
