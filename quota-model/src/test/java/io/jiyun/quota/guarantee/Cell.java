package io.jiyun.quota.guarantee;

import io.jiyun.quota.tree.PoolKey;

/**
 * A namespace on its cloud with its ResourceQuota, as the API server, the quota controller and
 * tenants treat them.
 */
final class Cell {
    /**
     * The ResourceQuota at one version.
     *
     * @param status what the quota controller confirmed; −1 for nothing yet
     */
    record Quota(long version, boolean exists, long spec, long status, long used) {
        static final Quota NEVER = new Quota(0, false, 0, -1, 0);
    }

    final String name;
    final PoolKey pool;
    final String bureau;
    private final World world;
    private Quota quota = Quota.NEVER;
    private boolean opened;
    private boolean deleted;
    private boolean adopted;
    private boolean measured;
    private long inherited;
    private long asked;

    Cell(World world, String bureau, String name, PoolKey pool) {
        this.world = world;
        this.bureau = bureau;
        this.name = name;
        this.pool = pool;
    }

    Quota quota() {
        return quota;
    }

    long asked() {
        return asked;
    }

    /** Somebody else made the namespace and works there; the bureau may take it over. */
    void inhabit(long amount) {
        if (!opened && !quota.exists && quota.used == 0) {
            opened = true;
            adopted = true;
            measured = false;
            inherited = amount;
            become(false, 0, -1, amount);
        }
    }

    boolean isAdopted() {
        return adopted;
    }

    /** What stood here before the bureau's quota did and no entry of that size covers. */
    long uncovered(long entry) {
        return Math.max(0, inherited - entry);
    }

    /** The most that may be in use here before anybody writes again. */
    long admissible() {
        return Math.max(quota.used, quota.exists && opened ? quota.status : 0);
    }

    /** Writes the ResourceQuota; false where the version is not the one decided on. */
    boolean update(Quota decidedOn, long spec) {
        boolean current = quota.version == decidedOn.version || !world.comparesVersions();
        if (!quota.exists || !current) {
            return false;
        }
        become(true, spec, quota.status, quota.used);
        return true;
    }

    /**
     * Makes the ResourceQuota.
     *
     * @param first whether the maker knows of no earlier one and so gives it all at once. The
     *     adversary lets such a create arrive in time only: a late one, after the quota was made,
     *     shrunk and deleted by an administrator, is beyond the guarantee (see its limits).
     */
    boolean create(Quota decidedOn, long spec, boolean first) {
        if (quota.exists || (first && decidedOn.version != quota.version)) {
            return false;
        }
        deleted = false;
        become(true, spec, -1, quota.used);
        return true;
    }

    /** An administrator's doing. Tenants are given no chance until the quota is back. */
    void deleteQuota() {
        if (quota.exists) {
            become(false, 0, -1, quota.used);
        }
    }

    /** The quota controller's doing. */
    void confirm() {
        measured |= quota.exists;
        if (quota.exists && quota.status != quota.spec) {
            become(true, quota.spec, quota.spec, quota.used);
        }
    }

    /** Tenants are let in; the cloud knows of no such namespace once it was deleted. */
    void open() {
        opened |= quota.exists && quota.status >= 0;
    }

    /** Whether people work there; before, the cloud enforces nothing that matters. */
    boolean isOpen() {
        return opened && quota.exists;
    }

    void ask(long amount) {
        if (adopted && !measured) {
            inherited += 1; // nothing is enforced yet, so little by little that may be anything
            become(quota.exists, quota.spec, quota.status, quota.used + 1);
            return;
        }
        if (!opened || !quota.exists || quota.status < 0) {
            return;
        }
        if (quota.used + amount <= quota.status) {
            become(true, quota.spec, quota.status, quota.used + amount);
            asked = 0;
        } else {
            asked = amount;
        }
    }

    void free(long amount) {
        if (quota.used > 0) {
            inherited = Math.min(inherited, Math.max(0, quota.used - amount));
            become(quota.exists, quota.spec, quota.status, Math.max(0, quota.used - amount));
        }
    }

    /** The namespace is deleted with all that is in it. */
    void delete() {
        opened = false;
        adopted = false;
        inherited = 0;
        asked = 0;
        if (!deleted || quota.exists || quota.used > 0) {
            become(false, 0, -1, 0); // what was decided on it before finds no such namespace
            deleted = true;
        }
    }

    void forgetAsk() {
        asked = 0;
    }

    private void become(boolean exists, long spec, long status, long used) {
        quota = new Quota(world.nextVersion(), exists, spec, status, used);
        world.published(this);
    }
}
