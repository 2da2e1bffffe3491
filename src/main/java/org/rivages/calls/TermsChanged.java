package org.rivages.calls;

import org.rivages.shared.LocalizedText;

/**
 * A public call has new terms: drafts continue under this version.
 *
 * @param version the one that holds from now on
 */
public record TermsChanged(CallId call, int version, LocalizedText reason) {}
