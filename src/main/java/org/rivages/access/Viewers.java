package org.rivages.access;

import jakarta.servlet.http.HttpServletRequest;

/** Says who asks. One implementation, in {@code accounts}. */
public interface Viewers {
    /** Read once per request and kept with it. */
    Viewer of(HttpServletRequest request);
}
