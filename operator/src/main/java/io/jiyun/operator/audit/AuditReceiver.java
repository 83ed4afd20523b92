package io.jiyun.operator.audit;

import io.jiyun.operator.cloud.RefusedRequest;
import java.util.List;
import java.util.Optional;

/** What is done with the audit streams of clouds. */
public interface AuditReceiver {
    /** Why a stream is not taken for that cloud's; empty where the token proves it to be. */
    Optional<String> problem(String cloud, String token);

    /** Whether this process places quota now; another one is to be told where it does not. */
    boolean isWorking();

    /** Takes in what was refused on a cloud; answers how many of it are refusals by quota. */
    int take(String cloud, List<RefusedRequest> refused);
}
