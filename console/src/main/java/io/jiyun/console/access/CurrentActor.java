package io.jiyun.console.access;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The signed-in person of the running request or page. */
@Component
public class CurrentActor {

    public Actor require() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        throw new AccessDeniedException("nobody is signed in");
    }

    /** Refuses what belongs to a bureau the person may not see. */
    public Actor requireSight(String bureauCode) {
        Actor actor = require();
        if (!actor.maySee(bureauCode)) {
            throw new AccessDeniedException("the bureau belongs to others");
        }
        return actor;
    }
}
