package org.rivages.access;

/** Signed in, but not for this. Becomes the 403 page, which does not say what is behind it. */
public final class NotAllowed extends RuntimeException {}
