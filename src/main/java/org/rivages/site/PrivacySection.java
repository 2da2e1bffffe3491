package org.rivages.site;

/** What a room keeps about people, why, and for how long. A bean of that room. */
public interface PrivacySection {
    /** Its title stands as a heading; the fragment holds paragraphs. */
    Section section(Page page);
}
