package org.rivages.applications;

/** A letter as it would leave, for somebody who decides whether it shall. */
public record LetterPreview(String subject, String body) {}
