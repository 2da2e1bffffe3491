package org.rivages.access;

/** This needs a person. Becomes the sign-in page, and comes back here afterwards. */
public final class NotSignedIn extends RuntimeException {}
