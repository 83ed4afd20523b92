package io.jiyun.quota.plan;

/**
 * Whose turn it is to have the free room. Kubernetes refuses a bare pod, or one that is to grow in
 * place, without leaving a trace of who asked; where the free room spread over all namespaces is
 * too thin for anybody, some have it in lumps, and then others.
 *
 * @param afterLively the lively namespace that was served last; empty to begin with the first
 * @param afterQuiet the same of those in which nothing came in of late
 * @param quietFirst whether a quiet one is the next to be served
 * @param doublings how often a lump is doubled: 0 serves what has been seen to be asked for, more
 *     serve what is larger than anything seen
 */
public record Turn(String afterLively, String afterQuiet, boolean quietFirst, int doublings) {

    /** The first turn for lumps of that size. */
    public static Turn first(int doublings) {
        return new Turn("", "", false, doublings);
    }

    /**
     * What came of a turn.
     *
     * @param next the cursors for the following turn of the same size
     * @param served how many namespaces the following turn need not serve again
     * @param slides whether most of those who have a lump keep it for some turns more, so that the
     *     following turn need not wait until this one stands
     * @param all whether every namespace has its lump, so that no further turn is needed
     * @param whole whether a lump is all that is free, so that there is no larger one
     */
    public record Taken(Turn next, int served, boolean slides, boolean all, boolean whole) {}
}
