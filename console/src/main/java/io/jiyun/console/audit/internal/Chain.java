package io.jiyun.console.audit.internal;

import io.jiyun.console.ConsoleProperties;
import io.jiyun.console.audit.AuditVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chain as a whole: checked on demand, its end noted outside of the database every hour. */
@Component
public class Chain {
    private static final Logger LOG = LoggerFactory.getLogger(Chain.class);

    private final AuditRows rows;
    private final Anchors anchors;

    Chain(JdbcClient jdbc, ConsoleProperties properties) {
        this.rows = new AuditRows(jdbc);
        this.anchors = new Anchors(properties.data());
    }

    public AuditVerdict verify() {
        try {
            return rows.verify(anchors.read());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
    @Transactional(readOnly = true)
    void noteEnd() {
        try {
            anchors.note(rows.ends());
        } catch (IOException unwritable) {
            LOG.warn("The end of the audit trail could not be noted", unwritable);
        }
    }
}
