package io.jiyun.console.bureau;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.bureau.internal.BureauChanges;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeping the register of bureaus and its tree. */
@Service
public class BureauAdministration {
    private final BureauChanges changes;
    private final CurrentActor current;

    BureauAdministration(BureauChanges changes, CurrentActor current) {
        this.changes = changes;
        this.current = current;
    }

    /** Registers a bureau; answers what is wrong with it, nothing when it was registered. */
    @AllowedTo({Role.SYSTEM_ADMIN, Role.CLOUD_ADMIN})
    @Transactional
    public List<SpecViolation> register(Bureau bureau) {
        return changes.register(current.require(), bureau);
    }

    /** Changes name and place in the tree; answers what is wrong, nothing when it was done. */
    @AllowedTo({Role.SYSTEM_ADMIN, Role.CLOUD_ADMIN})
    @Transactional
    public List<SpecViolation> change(Bureau bureau) {
        return changes.change(current.require(), bureau);
    }
}
