package io.jiyun.operator.cloud;

/** Told what happens on the clouds. Called from informer threads: must return at once. */
public interface CloudListener {
    /** Something Jiyun keeps for a bureau changed on a cloud. */
    void bureauChanged(String bureauQuota);

    /** A cloud came, went, or its nodes changed. */
    void cloudChanged(String cloud);

    /** A cloud's quotas refused something and left no event that tells who asked for it. */
    void refusedWithoutTrace(String cloud, Whose whose);
}
