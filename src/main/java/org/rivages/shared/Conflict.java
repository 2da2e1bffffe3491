package org.rivages.shared;

/** Somebody else was faster, or the state does not allow it any more. Becomes the 409 page. */
public final class Conflict extends RuntimeException {
    private final String messageKey;

    /**
     * @param messageKey what the page says, from the messages of the room that refuses
     */
    public Conflict(String messageKey) {
        super(messageKey);
        this.messageKey = messageKey;
    }

    public String messageKey() {
        return messageKey;
    }
}
