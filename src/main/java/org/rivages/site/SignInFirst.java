package org.rivages.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.rivages.shared.Language;

/**
 * Where to send someone who must sign in first, so that they come back with nothing lost. One
 * implementation, in {@code accounts}: it keeps what a form carried.
 */
public interface SignInFirst {
    String location(HttpServletRequest request, HttpServletResponse response, Language language);
}
