package org.rivages.calls;

import org.rivages.access.Role;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.shared.NotFound;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/** What the desk's pages share: the call of the address, if its reader runs it. */
@Component
class CallDesk {
    private final Calls calls;
    private final Programmes programmes;

    CallDesk(Calls calls, Programmes programmes) {
        this.calls = calls;
        this.programmes = programmes;
    }

    CallView call(Page page, String slug) {
        CallView call = calls.call(slug).orElseThrow(() -> new NotFound("call " + slug));
        page.viewer().require(call.programme().value(), Role.SECRETARIAT, Role.PROGRAMME_MANAGER);
        return call;
    }

    EditionSummary edition(CallView call) {
        return programmes
                .edition(call.edition())
                .orElseThrow(() -> new NotFound("edition of call " + call.id()));
    }

    CallCard card(Page page, CallView call) {
        return CallCard.of(call, edition(call), page.now());
    }

    static String path(CallView call) {
        return "/desk/calls/" + call.slug();
    }
}
