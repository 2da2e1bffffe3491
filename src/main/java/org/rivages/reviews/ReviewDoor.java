package org.rivages.reviews;

import org.rivages.access.Role;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.shared.NotFound;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/** Who runs a panel, and who may compare its reviews. */
@Component
class ReviewDoor {
    private final Calls calls;

    ReviewDoor(Calls calls) {
        this.calls = calls;
    }

    CallView run(Page page, String slug) {
        return open(page, slug, Role.SECRETARIAT, Role.PROGRAMME_MANAGER);
    }

    CallView compare(Page page, String slug) {
        return open(page, slug, Role.SECRETARIAT, Role.PROGRAMME_MANAGER, Role.COMMITTEE_CHAIR);
    }

    private CallView open(Page page, String slug, Role... roles) {
        CallView call = calls.call(slug).orElseThrow(() -> new NotFound("call " + slug));
        page.viewer().require(call.programme().value(), roles);
        return call;
    }

    static boolean runs(Page page, CallView call) {
        return Calls.manages(page.viewer(), call);
    }
}
