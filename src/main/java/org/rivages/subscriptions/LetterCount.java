package org.rivages.subscriptions;

/** How many letters of one kind there are, by what became of them. */
public record LetterCount(String kindKey, int waiting, int sent, int failed) {}
