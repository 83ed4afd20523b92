package io.jiyun.quota.guarantee;

/** What comes of a world that is left in peace. */
final class Peace {
    private final World world;
    private final Operator only;

    Peace(World world) {
        this.world = world;
        only = world.leftToOne();
    }

    /** Whether the operator finds nothing to do any more, within so many rounds. */
    boolean comes(int rounds) {
        for (int round = 0; round < rounds; round++) {
            long writesBefore = world.version();
            Declarer.BUREAUS.forEach(this::work);
            world.cells().forEach(Cell::confirm);
            hear();
            if (world.version() == writesBefore) {
                return true;
            }
        }
        return false;
    }

    private void work(String bureau) {
        for (int index = 0; index < 60; index++) {
            only.act(bureau);
            hear();
            if (only.isIdle() && index > 20) {
                return;
            }
        }
    }

    private void hear() {
        only.listen(1000);
        Pods.POOLS.forEach(pool -> only.listenTo(pool, 1000));
    }
}
