package org.rivages.files;

import java.util.Set;

/** What became of an upload. */
public sealed interface Storing {
    record Stored(StoredFile file) implements Storing {}

    record Empty() implements Storing {}

    /**
     * @param most the limit in bytes
     */
    record TooLarge(long most) implements Storing {}

    /** The content is of none of the types asked for, whatever the name says. */
    record WrongType(Set<FileType> allowed) implements Storing {}
}
