package io.jiyun.quota.tree;

/** A pool of the province: its cloud's name and its own. */
public record PoolKey(String cloud, String pool) implements Comparable<PoolKey> {
    @Override
    public int compareTo(PoolKey other) {
        int byCloud = cloud.compareTo(other.cloud);
        return byCloud != 0 ? byCloud : pool.compareTo(other.pool);
    }

    @Override
    public String toString() {
        return cloud + "/" + pool;
    }
}
