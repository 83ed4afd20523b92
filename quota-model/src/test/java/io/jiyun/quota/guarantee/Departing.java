package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;

/** A deleted bureau leaves: its namespaces go, then what it counted for, then the object. */
final class Departing implements Work {
    private final Operator process;
    private final BureauQuota quota;
    private int step;

    Departing(Operator process, BureauQuota quota) {
        this.process = process;
        this.quota = quota;
    }

    @Override
    public boolean advance() {
        String name = quota.getMetadata().getName();
        World world = process.world;
        BureauQuota stands = world.hub().get(name);
        boolean same =
                stands != null
                        && stands.getMetadata().getUid().equals(quota.getMetadata().getUid());
        int now = step++;
        if (now == 0 && same) {
            world.cellsOf(name).forEach(Cell::delete);
        } else if (now == 1) {
            if (!process.view.departed(quota, world.now())) {
                return false;
            }
            process.written.remove(name);
        } else if (now == 2) {
            world.hub().remove(quota.getMetadata().getUid());
        }
        return now < 2;
    }

    @Override
    public Runnable request() {
        return () -> {};
    }
}
