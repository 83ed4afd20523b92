package io.jiyun.console.request;

import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.console.workflow.RequestType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked for. Amounts are text as the person wrote it; a draft may be incomplete. */
public sealed interface RequestContent {
    RequestType type();

    /** Amounts in one pool: quantities as text, by resource name. */
    record PoolAmount(String cloud, String pool, Map<String, String> resources) {}

    /** More, by these amounts. */
    record Increase(List<PoolAmount> pools) implements RequestContent {
        @Override
        public RequestType type() {
            return RequestType.INCREASE;
        }
    }

    /** Less, by these amounts. */
    record Decrease(List<PoolAmount> pools) implements RequestContent {
        @Override
        public RequestType type() {
            return RequestType.DECREASE;
        }
    }

    /**
     * More for a time.
     *
     * @param from null for as soon as it is approved
     */
    record Temporary(
            List<PoolAmount> pools, @Nullable OffsetDateTime from, @Nullable OffsetDateTime until)
            implements RequestContent {
        @Override
        public RequestType type() {
            return RequestType.TEMPORARY;
        }
    }

    /**
     * A temporary grant is to last longer.
     *
     * @param grant number of the grant
     */
    record Extension(String grant, @Nullable OffsetDateTime until) implements RequestContent {
        @Override
        public RequestType type() {
            return RequestType.EXTENSION;
        }
    }

    /**
     * A namespace more.
     *
     * @param resources what it needs on top of the quota there is; may be empty
     */
    record Settlement(NamespaceDraft namespace, Map<String, String> resources)
            implements RequestContent {
        @Override
        public RequestType type() {
            return RequestType.NAMESPACE;
        }
    }

    /** Everything in the pool is given back. */
    record Return(String cloud, String pool) implements RequestContent {
        @Override
        public RequestType type() {
            return RequestType.RETURN;
        }
    }

    /** A namespace is left alone although it stands idle. */
    record Exemption(String cloud, String namespace, @Nullable LocalDate until)
            implements RequestContent {
        @Override
        public RequestType type() {
            return RequestType.EXEMPTION;
        }
    }
}
