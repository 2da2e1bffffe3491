package org.rivages.selection;

import org.rivages.access.Role;
import org.rivages.access.Viewer;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.shared.NotFound;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/** Who comes to which board. Jurors do not. */
@Component
class CallDoor {
    private static final Role[] COMMITTEE = {
        Role.COMMITTEE_CHAIR, Role.PROGRAMME_MANAGER, Role.SECRETARIAT
    };

    private final Calls calls;

    CallDoor(Calls calls) {
        this.calls = calls;
    }

    /** The call with this slug, for a reader who sits on its committee. */
    CallView open(Page page, String slug) {
        CallView call = calls.call(slug).orElseThrow(() -> new NotFound("call " + slug));
        page.viewer().require(call.programme().value(), COMMITTEE);
        return call;
    }

    static boolean sits(Viewer viewer, CallView call) {
        for (Role role : COMMITTEE) {
            if (viewer.has(role, call.programme().value())) {
                return true;
            }
        }
        return false;
    }

    /** The one role that may see live counts of sealed attributes. */
    static boolean maySeeSealed(Viewer viewer, CallView call) {
        return viewer.has(Role.COMMITTEE_CHAIR, call.programme().value());
    }
}
