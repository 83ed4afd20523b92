package io.jiyun.console.bureau;

import io.jiyun.console.access.Actor;
import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.bureau.internal.BureauTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of bureaus. People of a bureau find only their own in it. */
@Service
public class BureauService {
    private final BureauTable bureaus;
    private final CurrentActor current;

    BureauService(BureauTable bureaus, CurrentActor current) {
        this.bureaus = bureaus;
        this.current = current;
    }

    /** In the order of their names. */
    @AllowedTo({
        Role.CLOUD_ADMIN,
        Role.BUREAU_CLERK,
        Role.BUREAU_HEAD,
        Role.FINANCE,
        Role.SYSTEM_ADMIN
    })
    @Transactional(readOnly = true)
    public List<Bureau> page(String text, int offset, int limit) {
        return bureaus.page(text, onlyBureau(), offset, limit);
    }

    @AllowedTo({
        Role.CLOUD_ADMIN,
        Role.BUREAU_CLERK,
        Role.BUREAU_HEAD,
        Role.FINANCE,
        Role.SYSTEM_ADMIN
    })
    @Transactional(readOnly = true)
    public long count(String text) {
        return bureaus.count(text, onlyBureau());
    }

    /** Empty for a bureau the caller may not see, as for one that does not exist. */
    @AllowedTo({
        Role.CLOUD_ADMIN,
        Role.BUREAU_CLERK,
        Role.BUREAU_HEAD,
        Role.FINANCE,
        Role.SYSTEM_ADMIN
    })
    @Transactional(readOnly = true)
    public Optional<Bureau> find(String code) {
        return current.require().maySee(code) ? bureaus.find(code) : Optional.empty();
    }

    private @Nullable String onlyBureau() {
        Actor actor = current.require();
        return actor.role().ofBureau() ? String.valueOf(actor.bureauCode()) : null;
    }
}
