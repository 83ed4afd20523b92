package io.jiyun.console.account;

import io.jiyun.console.access.Actor;
import io.jiyun.console.access.AnySignedIn;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.account.internal.OwnFactor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may do with the own account. */
@Service
public class OwnAccount {
    private final OwnFactor factor;
    private final CurrentActor current;

    OwnAccount(OwnFactor factor, CurrentActor current) {
        this.factor = factor;
        this.current = current;
    }

    @AnySignedIn
    @Transactional(readOnly = true)
    public boolean hasSecondFactor() {
        return factor.isActive(current.require().username());
    }

    /** Makes a secret; nothing changes until a first code confirms it. */
    @AnySignedIn
    @Transactional
    public FactorEnrolment beginSecondFactor() {
        return factor.begin(current.require().username());
    }

    /** From now on a code is asked for; false when the code is wrong. */
    @AnySignedIn
    @Transactional
    public boolean confirmSecondFactor(String code) {
        return factor.confirm(current.require(), code);
    }

    /** Does without a second factor again; false when the code is wrong. */
    @AnySignedIn
    @Transactional
    public boolean dropSecondFactor(String code) {
        Actor actor = current.require();
        return factor.drop(actor, code);
    }
}
