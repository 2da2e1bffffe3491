package org.rivages.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.rivages.access.Viewer;
import org.rivages.access.Viewers;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The session holds only a person's id; name and roles are read afresh, so a revoked role is gone
 * at once.
 */
@Component
class CurrentViewer implements Viewers {
    private static final String ATTRIBUTE = CurrentViewer.class.getName();

    private final Accounts accounts;

    CurrentViewer(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Viewer of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Viewer known) {
            return known;
        }
        Viewer viewer = read();
        request.setAttribute(ATTRIBUTE, viewer);
        return viewer;
    }

    private Viewer read() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedInPerson signedIn)) {
            return Viewer.VISITOR;
        }
        return accounts.viewer(UUID.fromString(signedIn.id())).orElse(Viewer.VISITOR);
    }
}
