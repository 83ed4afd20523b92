package io.jiyun.console.cluster;

import io.jiyun.console.access.AnySignedIn;
import org.springframework.stereotype.Service;

/** State of the connection to the hub, for the banner on every page. */
@Service
public class ClusterService {
    private final Cluster cluster;

    ClusterService(Cluster cluster) {
        this.cluster = cluster;
    }

    @AnySignedIn
    public ClusterHealth health() {
        return cluster.health();
    }
}
